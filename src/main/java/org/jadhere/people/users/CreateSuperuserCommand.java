package org.jadhere.people.users;

import static java.util.Objects.requireNonNull;

import org.jadhere.platform.cli.DatabaseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates an administrator: the first one of an instance. */
@Command(
        name = "createsuperuser",
        description = "Create an administrator; the password is read from JADHERE_PASSWORD or the terminal.")
public class CreateSuperuserCommand extends DatabaseCommand {

    @Option(names = "--username", paramLabel = "U", description = "The login name.")
    private @Nullable String username;

    @Option(names = "--email", paramLabel = "E", description = "The e-mail address.")
    private @Nullable String email;

    private String password = "";

    @Override
    protected void prepare() {
        username = TerminalPrompt.ask(username, "User name", "--username");
        email = TerminalPrompt.ask(email, "E-mail address", "--email");
        password = TerminalPrompt.newPassword();
    }

    @Override
    protected void run(ApplicationContext application) {
        application
                .getBean(AccountCommands.class)
                .createAdministrator(requireNonNull(username), requireNonNull(email), password);
        System.out.println("Administrator '" + username + "' created.");
    }
}
