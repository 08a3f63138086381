package org.jadhere.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every transaction that writes records its author, or fails at its start. */
class AttributedTransactionsTests {

    @Test
    void aFailedStartLeavesNoStateInTheThread() throws SQLException {
        var database = TestDatabase.fresh();
        try (var server = LiveServer.start(database);
                var outside = database.open()) {
            var db = server.bean(DSLContext.class);
            var source = server.bean(DataSource.class);
            var transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));

            db.fetch("select 1"); // the pool does not check a connection that was just used
            outside.fetch("select pg_terminate_backend(pid, 2000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
            assertThatThrownBy(() -> add(transaction, db, "first")).isInstanceOf(RuntimeException.class);

            assertThat(TransactionSynchronizationManager.hasResource(source)).isFalse();
            assertThat(TransactionSynchronizationManager.isSynchronizationActive())
                    .isFalse();
            var pool = source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            assertThat(pool.getActiveConnections()).isZero();
            pool.softEvictConnections(); // the other connections are closed as well, and not checked either
            add(transaction, db, "second");
            assertThat(outside.fetchValues("select username from app_user")).isEqualTo(java.util.List.of("second"));
        }
    }

    private static void add(TransactionTemplate transaction, DSLContext db, String username) {
        Author.command("test").act(() -> transaction.execute(status -> new Given(db).user(username)));
    }
}
