package org.jadhere.network.retention;

import java.util.stream.Stream;
import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the daily erasure of {@link Eraser} now, or counts what it would erase. */
@Command(
        name = "erase",
        description = "Erase records past their legal retention period, as set on the page “What the records cover”; "
                + "the server does this every day.")
public class EraseCommand extends DatabaseCommand {

    @Option(names = "--dry-run", description = "Only count what would be erased.")
    private boolean dryRun;

    @Override
    protected void run(ApplicationContext application) {
        var eraser = application.getBean(Eraser.class);
        var expired = eraser.expired();
        System.out.println(
                expired.keptSince() == null
                        ? "Allocations: kept without limit, no retention period is set"
                        : "Allocations: kept if they ended after " + expired.keptSince());
        lines(dryRun ? "to erase" : "erased", dryRun ? expired : erased(eraser, expired))
                .forEach(System.out::println);
    }

    /** Combines the erased counts with the history lines and dates read before, which the erasure removes. */
    private static ExpiredRecords erased(Eraser eraser, ExpiredRecords before) {
        var erased = eraser.erase();
        return new ExpiredRecords(
                erased.keptSince(),
                erased.allocations(),
                before.lines(),
                erased.sightings(),
                before.oldest(),
                before.newest());
    }

    private static Stream<String> lines(String verb, ExpiredRecords expired) {
        String ends = expired.allocations() == 0
                ? ""
                : " (ended from %s to %s)".formatted(expired.oldest(), expired.newest());
        return Stream.of(
                "Allocations %s: %,d%s".formatted(verb, expired.allocations(), ends),
                "Lines of their history %s: %,d".formatted(verb, expired.lines()),
                "Sightings %s: %,d".formatted(verb, expired.sightings()));
    }
}
