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

/** Starts the server, and fills an empty database with made-up data and test accounts. */
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
            description = "The number of members to make up if there is no data yet (default: ${DEFAULT-VALUE}).",
            defaultValue = "300")
    private int members = 300;

    @Override
    public Integer call() throws IOException {
        if (members < DemoFolder.MIN_MEMBERS) {
            throw new CommandException("--members: at least " + DemoFolder.MIN_MEMBERS);
        }
        requireFreePort();
        var settings = instance.settings("server.port", port);
        settings.putIfAbsent(
                "jadhere.mail.folder", instance.home().resolve("mails").toString());
        settings.put("jadhere.demonstration", "true");
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

    /** Checks the port before the slow start of the database, since a demonstration may already run on it. */
    private void requireFreePort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // like the server: a port that was just closed is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    "port %d cannot be used (%s): choose another with --port".formatted(port, e.getMessage()));
        }
    }

    private Void fill(ApplicationContext application) throws IOException {
        var logins = new PasswordFile(instance.home());
        boolean filled = application.getBean(DemoData.class).fillIfEmpty(instance.home(), members);
        String data = filled ? "Made up %d members.".formatted(members) : "The existing data and passwords are kept.";
        System.out.println(data + (logins.exists() ? " Logins: " + logins.path() : ""));
        return null;
    }
}
