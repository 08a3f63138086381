package org.jadhere.platform.postgres;

import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.stereotype.Component;

/**
 * Nothing asks the database before its schema is the program's. The embedded database is the program's own to migrate;
 * another one waits for {@code jadhere migrate}. Commands that look at the schema themselves ask for it as it is.
 */
@Component
public final class SchemaInitializer implements InitializingBean {

    private final DatabaseSettings.Database given;
    private final Schema schema;
    private final Migrator migrator;

    SchemaInitializer(DatabaseSettings settings, Schema schema, Migrator migrator) {
        this.given = settings.database();
        this.schema = schema;
        this.migrator = migrator;
    }

    /**
     * @throws PreReleaseSchemaException where a migration of the database is missing here or has another checksum
     * @throws SchemaTooNewException where a newer program has been here
     * @throws SchemaOutOfDateException where migrations are pending that are not the program's to run
     * @throws IrreversibleMigrationException where one of them takes away what nothing brings back
     */
    @Override
    public void afterPropertiesSet() {
        if (!given.asIs() && !schema.isCurrent()) {
            bringUpToDate(migrator.migrations());
        }
    }

    private void bringUpToDate(Migrations migrations) {
        if (given.url() == null || given.migrate()) {
            migrations.run(false);
            return;
        }
        migrations.demandKnown();
        int pending = migrations.pending().size();
        if (pending > 0) {
            throw new SchemaOutOfDateException(pending);
        }
    }

    /** Has Spring make what asks the database after this; named in {@code META-INF/spring.factories}. */
    static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {

        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(SchemaInitializer.class);
        }
    }
}
