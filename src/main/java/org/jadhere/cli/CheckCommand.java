package org.jadhere.cli;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** Looks whether the data are as they must be, a line for each thing; exit status 1 where one is not. */
@Command(name = "check", description = "Check that the data are whole; exit status 1 where they are not.")
public class CheckCommand extends DatabaseCommand {

    @Override
    protected void run(ApplicationContext application) {
        List<Check> checks =
                application.getBeanProvider(Check.class).orderedStream().toList();
        long faults = checks.stream().filter(check -> !isGood(check)).count();
        if (faults > 0) {
            throw new Refusal("not as it must be: " + faults);
        }
    }

    private static boolean isGood(Check check) {
        Optional<String> fault = check.fault();
        System.out.println((fault.isEmpty() ? "good: " : "WRONG: ")
                + check.subject()
                + fault.map(what -> ": " + what).orElse(""));
        return fault.isEmpty();
    }
}
