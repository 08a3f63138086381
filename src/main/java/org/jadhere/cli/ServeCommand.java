package org.jadhere.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Answers requests, until stopped. */
@Command(name = "serve", description = "Start the web server, until it is stopped.")
public class ServeCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Program program;

    @Mixin
    private Instance instance = new Instance();

    @Option(names = "--port", paramLabel = "N", description = "The TCP port on 127.0.0.1 (default: 8080).")
    private @Nullable Integer port;

    @Override
    public void run() {
        var settings = instance.settings("server.port", port);
        settings.put("jadhere.log.usual", instance.home().resolve("log").toString());
        var application = program.serve(settings);
        System.out.println(
                "Ready: http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/");
    }
}
