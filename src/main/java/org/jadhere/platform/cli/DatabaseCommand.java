package org.jadhere.platform.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jadhere.platform.audit.Author;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/**
 * A command that works on the data: starts the program without its web server, acts, and stops it.
 * All that it writes is told in the history as the command's, by the system user who typed it.
 */
public abstract class DatabaseCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ApplicationLauncher program;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    /** Asks what has to be asked, before anything is started. */
    protected void prepare() {}

    /** Does it. Throws {@link CommandException} where it cannot be done. */
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
