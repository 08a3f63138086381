package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.Jadhere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command import prints faults by line and tallies by file. */
class ImportCommandTests {

    @TempDir
    Path temp;

    @Test
    void aFaultyFolderIsRefusedWithItsFaults() {
        try (var fixture = new ImportExportFixture(temp)) {
            fixture.files(SampleFolder.folder())
                    .file("prefixes.csv", "prefix\nx\n")
                    .file("payment.csv", "id\n");
            var refused = run(fixture, "import", temp.toString());
            assertThat(refused.status).isEqualTo(1);
            assertThat(refused.errors.lines()).first().isEqualTo("prefixes.csv:2: prefix: not an IP address: x");
            assertThat(fixture.query("select count(*) from history")).isEqualTo("0");
        }
    }

    @Test
    void aDryRunPrintsTalliesAndWritesNothing() {
        try (var fixture = new ImportExportFixture(temp)) {
            fixture.files(SampleFolder.folder()).file("payment.csv", "id\n");
            fixture.file("prefixes.csv", "prefix\n10.0.0.0/8\n");
            var dryRun = run(fixture, "import", "--dry-run", temp.toString());
            assertThat(dryRun.output).contains("prefixes.csv: 1 read, 1 to add, 0 to change\n");
            assertThat(dryRun.errors).contains("payment.csv: ignored");
            assertThat(fixture.query("select count(*) from history")).isEqualTo("0");
        }
    }

    @Test
    void paymentsThatRunOnHaveALine() {
        try (var fixture = new ImportExportFixture(temp)) {
            String text = String.valueOf(SampleFolder.folder().get("payments.csv"));
            fixture.files(SampleFolder.folder())
                    .file("payments.csv", text.replace("2020-03-01,2021-01-01", "2020-03-01,"));
            var imported = run(fixture, "import", temp.toString());
            assertThat(imported.output)
                    .endsWith(
                            "payments: 1 running on under a former holder: see 'Runs on after the end' in their list\n");
        }
    }

    private record Ran(int status, String output, String errors) {}

    private static Ran run(ImportExportFixture fixture, String... arguments) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            var line = new CommandLine(new Jadhere())
                    .setExecutionExceptionHandler((failure, command, parsed) -> CommandLine.ExitCode.SOFTWARE);
            var all = new ArrayList<>(List.of(arguments));
            all.add("--set");
            all.add("jadhere.database.url=" + fixture.url());
            int status = line.execute(all.toArray(String[]::new));
            return new Ran(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
