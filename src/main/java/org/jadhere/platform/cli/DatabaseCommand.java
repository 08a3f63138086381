package org.jadhere.platform.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jadhere.platform.audit.Author;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * A command that uses the database: starts the application without its web server, runs and stops it. The history records
 * its writes with the name of the system user.
 */
public abstract class DatabaseCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ApplicationLauncher program;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    /** Reads input from the terminal, before the application starts. */
    protected void prepare() {}

    /** @throws CommandException if the command fails */
    protected abstract void run(ApplicationContext application) throws Exception;

    protected Map<String, Object> settings() {
        return instance.settings();
    }

    @Override
    public Integer call() throws Exception {
        prepare();
        try (var application = program.start(settings())) {
            return Author.command(System.getProperty("user.name")).act(() -> {
                run(application);
                return 0;
            });
        }
    }
}
