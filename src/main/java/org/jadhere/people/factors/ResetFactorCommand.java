package org.jadhere.people.factors;

import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** For somebody who lost passkeys, code generator and recovery codes. */
@Command(
        name = "resetfactor",
        description = "Take all passkeys, the code generator and the recovery codes from a user who lost them,"
                + " and end their sessions; the password stays.")
public class ResetFactorCommand extends DatabaseCommand {

    @Parameters(paramLabel = "U", description = "The login name.")
    private String username = "";

    @Override
    protected void run(ApplicationContext application) {
        if (!application.getBean(SecondFactors.class).takeAllFrom(username)) {
            throw new CommandException("there is no user '%s'".formatted(username));
        }
        System.out.println("Second factors of '" + username + "' removed; its sessions have ended.");
    }
}
