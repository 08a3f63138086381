package org.jadhere.platform.cli;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether the data are as they must be, a line for each thing; exit status 1 where one is not. */
@Command(name = "check", description = "Check that the data are whole; exit status 1 where they are not.")
public class CheckCommand extends DatabaseCommand {

    @Option(
            names = "--deploy",
            description = "Check as well that the instance is fit for production; exit status 1 where it is unsafe.")
    private boolean deploy;

    @Override
    protected void run(ApplicationContext application) {
        long faults = application
                .getBeanProvider(DataCheck.class)
                .orderedStream()
                .filter(check -> !isGood(check))
                .count();
        if (deploy) {
            faults += application
                    .getBeanProvider(DeployCheck.class)
                    .orderedStream()
                    .filter(check -> !isSafe(check))
                    .count();
        }
        if (faults > 0) {
            throw new CommandException("not as it must be: " + faults);
        }
    }

    private static boolean isGood(DataCheck check) {
        Optional<String> fault = check.fault();
        System.out.println((fault.isEmpty() ? "good: " : "WRONG: ")
                + check.subject()
                + fault.map(what -> ": " + what).orElse(""));
        return fault.isEmpty();
    }

    private static boolean isSafe(DeployCheck check) {
        List<CheckFinding> findings = check.findings();
        if (findings.isEmpty()) {
            System.out.println("good: " + check.subject());
        }
        findings.forEach(finding ->
                System.out.println((finding.severity() == CheckFinding.Severity.UNSAFE ? "UNSAFE: " : "advice: ")
                        + check.subject() + ": " + finding.sentence()));
        return findings.stream().noneMatch(finding -> finding.severity() == CheckFinding.Severity.UNSAFE);
    }
}
