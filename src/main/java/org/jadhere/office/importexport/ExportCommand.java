package org.jadhere.office.importexport;

import java.nio.file.Path;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Export all data to a folder of CSV files, which import reads.")
public class ExportCommand extends DatabaseCommand {

    @Parameters(paramLabel = "DIR", description = "The folder: a new one, or one with an earlier export.")
    private Path folder = Path.of(".");

    @Override
    protected void run(ApplicationContext application) {
        try (var progress = new TerminalProgress(System.err)) {
            application.getBean(Export.class).write(folder, progress);
        }
        System.out.println("All data is in " + folder + "; it contains personal data and password hashes.");
    }
}
