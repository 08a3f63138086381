package org.jadhere.platform.cli;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all checks of the data, one output line each; exit status 1 if one fails. */
@Command(name = "check", description = "Check the integrity of the data; exit status 1 if a check fails.")
public class CheckCommand extends DatabaseCommand {

    @Option(
            names = "--deploy",
            description = "Also check that the instance is fit for production; exit status 1 if it is unsafe.")
    private boolean deploy;

    @Override
    protected void run(ApplicationContext application) {
        long failed = application
                .getBeanProvider(DataCheck.class)
                .orderedStream()
                .filter(check -> !isGood(check))
                .count();
        if (deploy) {
            failed += application
                    .getBeanProvider(DeployCheck.class)
                    .orderedStream()
                    .filter(check -> !isSafe(check))
                    .count();
        }
        if (failed > 0) {
            throw new CommandException("failed checks: " + failed);
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
