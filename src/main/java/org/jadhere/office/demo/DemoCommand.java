package org.jadhere.office.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.cli.ApplicationLauncher;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.InstanceOptions;
import org.jadhere.platform.site.Site;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Starts the program with data to look at and accounts to log in with, on a machine that has neither. */
@Command(name = "demo", description = "Start the web server with made-up data and test accounts, until it is stopped.")
public class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ApplicationLauncher program;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The TCP port on 127.0.0.1 (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port = 8080;

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "How many members to make up, where there is no data yet (default: ${DEFAULT-VALUE}).",
            defaultValue = "300")
    private int members = 300;

    @Override
    public Integer call() throws IOException {
        if (members < DemoFolder.FEWEST_MEMBERS) {
            throw new CommandException("--members: at least " + DemoFolder.FEWEST_MEMBERS);
        }
        demandFreePort();
        var settings = instance.settings("server.port", port);
        settings.putIfAbsent(
                "jadhere.mail.folder", instance.home().resolve("mails").toString());
        var application = program.serve(settings);
        try {
            Author.command(System.getProperty("user.name")).act(() -> fill(application));
        } catch (IOException | RuntimeException e) {
            application.close();
            throw e;
        }
        System.out.println("Ready: " + application.getBean(Site.class).address("/"));
        return 0;
    }

    /** Asked before the database is started: whoever has a demonstration running already need not wait to hear it. */
    private void demandFreePort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server does: a port that was just closed is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    "port %d cannot be used (%s): choose another with --port".formatted(port, e.getMessage()));
        }
    }

    private Void fill(ApplicationContext application) throws IOException {
        var logins = new PasswordFile(instance.home());
        boolean filled = application.getBean(DemoData.class).fillIfEmpty(instance.home(), members);
        String data =
                filled ? "Made up %d members.".formatted(members) : "The data of before is kept, and its passwords.";
        System.out.println(data + (logins.exists() ? " Logins: " + logins.path() : ""));
        return null;
    }
}
