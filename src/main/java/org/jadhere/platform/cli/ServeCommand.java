package org.jadhere.platform.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the web server until it is stopped. */
@Command(name = "serve", description = "Run the web server until it is stopped.")
public class ServeCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ApplicationLauncher program;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Option(names = "--port", paramLabel = "N", description = "The TCP port on 127.0.0.1 (default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description =
                    "A Unix socket instead of a port, behind a reverse proxy (X-Forwarded-For and -Proto are trusted); "
                            + "- for the socket that systemd passes as standard input.")
    private @Nullable String socket;

    @Override
    public void run() {
        var settings = instance.settings("server.port", port);
        settings.put("jadhere.log.usual", instance.home().resolve("log").toString());
        if (socket != null) {
            settings.put("jadhere.socket", socket);
            settings.put("jadhere.proxy", true);
        }
        var application = program.serve(settings);
        System.out.println("Ready: " + address(application.getEnvironment().getProperty("local.server.port")));
    }

    private String address(@Nullable String port) {
        return socket == null ? "http://127.0.0.1:" + port + "/" : "socket " + socket;
    }
}
