package org.jadhere.platform.cli;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, as commands start it. */
public interface ApplicationLauncher {

    /** Starts it without a web server, with settings that go before all others. */
    ConfigurableApplicationContext start(Map<String, Object> settings);

    /** Starts it with its web server, and answers requests until the process is stopped. */
    ConfigurableApplicationContext serve(Map<String, Object> settings);
}
