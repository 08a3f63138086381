package org.jadhere.support;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test a new database, without a restart of the application, and drops that of the test before. */
public class FreshDatabases implements BeanPostProcessor {

    private final DelegatingDataSource current = new DelegatingDataSource();
    private @Nullable TestDatabase database;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source) || bean instanceof DelegatingDataSource) {
            return bean;
        }
        current.setTargetDataSource(source);
        return current;
    }

    void next() throws java.sql.SQLException {
        if (current.isWrapperFor(HikariDataSource.class)) {
            current.unwrap(HikariDataSource.class).close();
        }
        if (database != null) {
            database.drop();
        }
        database = TestDatabase.lasting();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        current.setTargetDataSource(pool);
    }

    static final class BeforeEachTest implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) throws Exception {
            SpringExtension.getApplicationContext(test)
                    .getBean(FreshDatabases.class)
                    .next();
        }
    }
}
