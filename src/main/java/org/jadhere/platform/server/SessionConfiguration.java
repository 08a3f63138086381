package org.jadhere.platform.server;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores sessions in the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionConfiguration {

    /**
     * Writes the time of the last access at most once a minute: most requests write nothing, and need not wait for the
     * disk. The parameters are Spring Session's, in its order.
     */
    private static final String UPDATE = """
            update %TABLE_NAME% kept
            set session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
                         cast(? as integer) as max_inactive_interval, cast(? as bigint) as expiry_time,
                         cast(? as varchar) as principal_name) now
            where kept.primary_id = ?
            and (now.last_access_time >= kept.last_access_time + 60000
                 or (kept.session_id, kept.max_inactive_interval, kept.principal_name)
                    is distinct from (now.session_id, now.max_inactive_interval, now.principal_name))
            """;

    /**
     * Same as Spring Session's own bean, except for a plain {@link JdbcTemplate}: PostgreSQL's standard error codes need
     * no XML file with the codes of other databases.
     */
    @Bean
    JdbcIndexedSessionRepository sessions(
            DataSource database,
            PlatformTransactionManager transactions,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        var newTransaction = new TransactionTemplate(transactions);
        newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database), newTransaction);
        sessions.setDefaultMaxInactiveInterval(timeout);
        sessions.setUpdateSessionQuery(UPDATE);
        return sessions;
    }
}
