package org.jadhere.people.factors;

import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes the second factors of a user who lost them. */
@Command(
        name = "resetfactor",
        description = "Remove all passkeys, the code generator and the recovery codes of a user who lost them,"
                + " and end their sessions; the password stays.")
public class ResetFactorCommand extends DatabaseCommand {

    @Parameters(paramLabel = "U", description = "The login name.")
    private String username = "";

    @Override
    protected void run(ApplicationContext application) {
        if (!application.getBean(SecondFactors.class).removeAll(username)) {
            throw new CommandException("there is no user '%s'".formatted(username));
        }
        System.out.println("Second factors of '" + username + "' removed; its sessions have ended.");
    }
}
