package org.jadhere.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * When somebody was last here is written once a minute, not with every page: nothing to write is nothing to wait for
     * until it is on the disk. The parameters are Spring Session's, in its order.
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

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
