package org.jadhere.platform.server;

import java.util.List;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;

/**
 * A start that need not find out which beans there are: the build has written it down (Spring's ahead-of-time
 * processing), for the settings that nearly all have. It is for a process that does nothing but serve, since Spring
 * keeps the choice for the whole process; the launchers say so with {@code -Djadhere.prepared=true}. See
 * docs/decisions/0027-prepared-start.md.
 */
public final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Where one of these is set there are other beans than those that the build has written down. */
    static final List<String> OTHERWISE = List.of(DatabaseSettings.STANDBY, "jadhere.metrics.address");

    static boolean fits(Environment settings) {
        return OTHERWISE.stream().noneMatch(settings::containsProperty);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (Boolean.getBoolean("jadhere.prepared") && fits(event.getEnvironment())) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }
}
