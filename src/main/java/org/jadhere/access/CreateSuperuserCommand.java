package org.jadhere.access;

import static java.util.Objects.requireNonNull;

import org.jadhere.cli.DatabaseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first administrator of an instance. */
@Command(
        name = "createsuperuser",
        description = "Create an administrator; the password is asked for, or taken from JADHERE_PASSWORD.")
public class CreateSuperuserCommand extends DatabaseCommand {

    @Option(names = "--username", paramLabel = "U", description = "The login name.")
    private @Nullable String username;

    @Option(names = "--email", paramLabel = "E", description = "The e-mail address.")
    private @Nullable String email;

    private String password = "";

    @Override
    protected void prepare() {
        username = Prompt.ask(username, "User name", "--username");
        email = Prompt.ask(email, "E-mail address", "--email");
        password = Prompt.newPassword();
    }

    @Override
    protected void run(ApplicationContext application) {
        application
                .getBean(Accounts.class)
                .createAdministrator(requireNonNull(username), requireNonNull(email), password);
        System.out.println("Administrator '" + username + "' created.");
    }
}
