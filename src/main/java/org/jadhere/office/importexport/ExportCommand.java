package org.jadhere.office.importexport;

import java.nio.file.Path;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moving out, by one command. */
@Command(name = "export", description = "Write all data to a folder of CSV files, which import takes in again.")
public class ExportCommand extends DatabaseCommand {

    @Parameters(paramLabel = "DIR", description = "The folder: a new one, or one that holds an export.")
    private Path folder = Path.of(".");

    @Override
    protected void run(ApplicationContext application) {
        try (var progress = new TerminalProgress(System.err)) {
            application.getBean(Export.class).to(folder, progress);
        }
        System.out.println("All data is in " + folder + "; it holds personal data and hashes of passwords.");
    }
}
