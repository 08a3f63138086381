package org.jadhere.platform.server;

import java.util.List;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;

/**
 * Starts with the bean definitions that the build generated for the default settings (Spring's ahead-of-time processing),
 * which is faster than discovering them. Only for a process that serves, since the choice applies to the whole process;
 * the launchers enable it with {@code -Djadhere.prepared=true}. See docs/decisions/0027-prepared-start.md.
 */
public final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Settings that add beans to those that the build generated. */
    static final List<String> EXCLUDING = List.of(DatabaseSettings.STANDBY, "jadhere.metrics.address");

    static boolean isPossible(Environment settings) {
        return EXCLUDING.stream().noneMatch(settings::containsProperty);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (Boolean.getBoolean("jadhere.prepared") && isPossible(event.getEnvironment())) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }
}
