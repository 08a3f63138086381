package org.jadhere.office.importexport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Import a folder of CSV files: all of it, or nothing if a line has a fault.")
public class ImportCommand extends DatabaseCommand {

    @Parameters(paramLabel = "DIR", description = "The folder, with files as 'jadhere export' writes them.")
    private Path folder = Path.of(".");

    @Option(names = "--dry-run", description = "Only check the folder and print what would change.")
    private boolean dryRun;

    @Override
    protected void run(ApplicationContext application) throws IOException {
        var imports = application.getBean(Import.class);
        Import.Report report;
        try (var progress = new TerminalProgress(System.err)) {
            report = dryRun ? imports.dryRun(folder, progress) : imports.run(folder, progress);
        } catch (FaultyFolderException faulty) {
            faulty.faults().forEach(System.err::println);
            if (faulty.others() > 0) {
                System.err.printf("… and %,d more%n", faulty.others());
            }
            throw faulty;
        }
        report.tallies().forEach(tally -> System.out.println(line(tally)));
        if (report.runningOn() > 0) {
            System.out.printf(
                    "payments: %,d %s on under a former holder: see 'Runs on after the end' in their list%n",
                    report.runningOn(), dryRun ? "would run" : "running");
        }
        reportIgnoredFiles();
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

    /** Reports files with unknown names, which may be misspelt. */
    private void reportIgnoredFiles() throws IOException {
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".csv") && CsvTable.ofFile(name).isEmpty())
                    .sorted()
                    .forEach(name -> System.err.println(name + ": ignored, since import does not know this name"));
        }
    }
}
