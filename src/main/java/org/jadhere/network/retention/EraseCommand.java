package org.jadhere.network.retention;

import java.util.stream.Stream;
import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases what is no longer to be kept, as the server does by itself every day; or only says how much that is. */
@Command(
        name = "erase",
        description = "Erase what the law wants forgotten, by the setting of the page “What the records cover”; "
                + "the server does so by itself every day.")
public class EraseCommand extends DatabaseCommand {

    @Option(names = "--dry-run", description = "Only tell how much would be erased.")
    private boolean dryRun;

    @Override
    protected void run(ApplicationContext application) {
        var erasing = application.getBean(Eraser.class);
        var expired = erasing.expired();
        System.out.println(
                expired.keptSince() == null
                        ? "Allocations: kept without limit, no setting says otherwise"
                        : "Allocations: what ended by " + expired.keptSince() + " is not kept");
        lines(dryRun ? "to erase" : "erased", dryRun ? expired : erased(erasing, expired))
                .forEach(System.out::println);
    }

    /** With the lines and the ends that were counted before, since afterwards nobody can. */
    private static ExpiredRecords erased(Eraser erasing, ExpiredRecords before) {
        var erased = erasing.erase();
        return new ExpiredRecords(
                erased.keptSince(),
                erased.allocations(),
                before.lines(),
                erased.sightings(),
                before.oldest(),
                before.newest());
    }

    private static Stream<String> lines(String did, ExpiredRecords expired) {
        String ends = expired.allocations() == 0
                ? ""
                : " (ended from %s to %s)".formatted(expired.oldest(), expired.newest());
        return Stream.of(
                "Allocations %s: %,d%s".formatted(did, expired.allocations(), ends),
                "Lines of their history %s: %,d".formatted(did, expired.lines()),
                "Sightings %s: %,d".formatted(did, expired.sightings()));
    }
}
