package org.jadhere.office.importexport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moving in, by one command. */
@Command(
        name = "import",
        description = "Take a folder of CSV files in: all of it, or nothing if a line of it is wrong.")
public class ImportCommand extends DatabaseCommand {

    @Parameters(paramLabel = "DIR", description = "The folder; its files are those that 'jadhere export' writes.")
    private Path folder = Path.of(".");

    @Option(names = "--dry-run", description = "Check all of it and say what would change, but change nothing.")
    private boolean dryRun;

    @Override
    protected void run(ApplicationContext application) throws IOException {
        var imports = application.getBean(Import.class);
        List<FileTally> tallies;
        try (var progress = new TerminalProgress(System.err)) {
            tallies = dryRun ? imports.rehearse(folder, progress) : imports.of(folder, progress);
        } catch (FaultyFolderException faulty) {
            faulty.faults().forEach(System.err::println);
            if (faulty.others() > 0) {
                System.err.printf("… and %,d more%n", faulty.others());
            }
            throw faulty;
        }
        tallies.forEach(tally -> System.out.println(line(tally)));
        tellLeftAside();
    }

    private String line(FileTally tally) {
        String text = "%s: %,d read, %,d %s, %,d %s"
                .formatted(
                        tally.file(),
                        tally.read(),
                        tally.added(),
                        dryRun ? "to add" : "added",
                        tally.changed(),
                        dryRun ? "to change" : "changed");
        String listed = tally.file().equals(CsvTable.USERS.file()) ? "e-mail addresses" : "permissions";
        return tally.listed() == 0
                ? text
                : text + ", %,d %s %s".formatted(tally.listed(), listed, dryRun ? "to set" : "set");
    }

    /** A misspelt name would else be missing without a word. */
    private void tellLeftAside() throws IOException {
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".csv") && CsvTable.named(name).isEmpty())
                    .sorted()
                    .forEach(name -> System.err.println(name + ": left aside, not a name that import knows"));
        }
    }
}
