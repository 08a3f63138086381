package org.jadhere.people.users;

import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets a new password, for a user who lost theirs. */
@Command(name = "changepassword", description = "Set a new password for a user, and end their sessions.")
public class ChangePasswordCommand extends DatabaseCommand {

    @Parameters(paramLabel = "U", description = "The login name.")
    private String username = "";

    private String password = "";

    @Override
    protected void prepare() {
        password = TerminalPrompt.newPassword();
    }

    @Override
    protected void run(ApplicationContext application) {
        application.getBean(AccountCommands.class).changePassword(username, password);
        System.out.println("Password of '" + username + "' changed; its sessions have ended.");
    }
}
