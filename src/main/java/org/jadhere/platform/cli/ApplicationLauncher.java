package org.jadhere.platform.cli;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command. */
public interface ApplicationLauncher {

    /** Starts it without a web server. The given settings override all others. */
    ConfigurableApplicationContext start(Map<String, Object> settings);

    /** Starts it with its web server, which runs until the process is stopped. */
    ConfigurableApplicationContext serve(Map<String, Object> settings);
}
