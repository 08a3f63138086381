package org.jadhere.platform.postgres;

import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.stereotype.Component;

/**
 * Ensures that the schema is current before any other bean uses the database. The embedded database is migrated here; an
 * external one needs {@code jadhere migrate}. Commands that handle the schema themselves set {@code as-is}.
 */
@Component
public final class SchemaInitializer implements InitializingBean {

    private final DatabaseSettings.Database database;
    private final Schema schema;
    private final Migrator migrator;

    SchemaInitializer(DatabaseSettings settings, Schema schema, Migrator migrator) {
        this.database = settings.database();
        this.schema = schema;
        this.migrator = migrator;
    }

    /**
     * @throws PreReleaseSchemaException if an applied migration is missing here or has another checksum
     * @throws SchemaTooNewException if a newer program has migrated the database
     * @throws SchemaOutOfDateException if migrations are pending that the settings do not allow to run
     * @throws IrreversibleMigrationException if a pending migration loses data for good
     */
    @Override
    public void afterPropertiesSet() {
        if (!database.asIs() && !schema.isCurrent()) {
            update(migrator.migrations());
        }
    }

    private void update(Migrations migrations) {
        if (database.url() == null || database.migrate()) {
            migrations.run(false);
            return;
        }
        migrations.requireKnownVersion();
        int pending = migrations.pending().size();
        if (pending > 0) {
            throw new SchemaOutOfDateException(pending);
        }
    }

    /** Makes Spring create beans that use the database after this one; configured in {@code META-INF/spring.factories}. */
    static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {

        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(SchemaInitializer.class);
        }
    }
}
