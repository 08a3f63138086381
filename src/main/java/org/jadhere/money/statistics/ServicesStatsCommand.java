package org.jadhere.money.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "servicesstats", description = "Print the financial statistics of the services.")
public class ServicesStatsCommand extends DatabaseCommand {

    @Option(names = "--date", paramLabel = "DATE", description = "As of which day, like 2025-12-31 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private FiguresFormat format = FiguresFormat.TABLE;

    @Override
    protected void run(ApplicationContext application) throws IOException {
        LocalDate day = date == null ? LocalDate.now(application.getBean(Clock.class)) : date;
        var figures = application.getBean(Statistics.class).asOf(day);
        Writer out = new OutputStreamWriter(
                System.out, UTF_8); // not the charset of the terminal: other programs read the output
        format.write(figures, out);
        out.flush();
        if (System.out.checkError()) {
            throw new CommandException("the statistics could not be written");
        }
    }
}
