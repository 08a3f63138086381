package org.jadhere.network.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jadhere.Jadhere;
import org.jadhere.network.publishing.CheckZone;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command writes one zone file for each zone, for a name server. */
class ZonesCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    @TempDir
    Path temp;

    private record Ran(int status, String output, String error) {}

    private void addZones() {
        var given = new Given(db);
        given.prefix("198.51.100.0/22");
        given.prefix("192.0.2.64/26");
        given.prefix("2001:db8::/32");
        db.execute(
                "insert into reverse_name (address, name) values ('198.51.100.7', 'a.example.org'), ('2001:db8::1', 'b.example.org')");
        db.execute(
                "insert into delegation (prefix, servers) values ('198.51.101.16/28', '{ns.member.example}'), ('2001:db8:7::/48', '{ns.member.example}')");
    }

    private void publishZones() {
        addZones();
        db.execute(
                "update publishing set primary_server = 'ns1.example.org', hostmaster = 'hostmaster@example.org', zones = true");
    }

    @Test
    void zonesSwitchedOffAreNotWritten() throws IOException {
        addZones();
        assertThat(run("zones", temp.toString())).satisfies(ran -> {
            assertThat(ran.status).isEqualTo(1);
            assertThat(ran.error).contains("switched off").hasLineCount(1);
        });
        assertThat(files(temp)).isEmpty();
    }

    @Test
    void bindLoadsTheFileOfEachZone() throws IOException {
        publishZones();
        assertThat(run("zones", temp.toString())).satisfies(ran -> {
            assertThat(ran.status).as(ran.error).isZero();
            assertThat(ran.output)
                    .contains("101.51.198.in-addr.arpa.zone: serial ", "names: 0, delegations: 1")
                    .hasLineCount(6);
        });
        var written = files(temp);
        assertThat(written).hasSize(6);
        written.forEach((name, text) -> assertThat(CheckZone.complaintsAbout(name.replaceFirst("\\.zone$", ""), text))
                .as(text)
                .isEmpty());
    }

    @Test
    void theSameDataGiveTheSameFiles() throws IOException {
        publishZones();
        run("zones", temp.toString());
        var written = files(temp);
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        assertThat(run("zones", elsewhere.toString()).status).isZero();
        assertThat(files(elsewhere)).isEqualTo(written);
    }

    @Test
    void aMissingFolderIsReported() {
        publishZones();
        assertThat(run("zones", temp.resolve("nowhere").toString())).satisfies(ran -> {
            assertThat(ran.status).isEqualTo(1);
            assertThat(ran.error).contains("no such folder").hasLineCount(1);
        });
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private Ran run(String... arguments) {
        var output = new ByteArrayOutputStream();
        var error = new StringBuilder();
        PrintStream out = System.out;
        System.setOut(new PrintStream(output, true, UTF_8));
        try {
            var line = new CommandLine(new Jadhere()).setExecutionExceptionHandler((failure, command, parsed) -> {
                error.append(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            });
            var all = new ArrayList<>(List.of(arguments));
            all.add("--set");
            all.add("jadhere.database.url=" + database.url());
            int status = line.execute(all.toArray(String[]::new));
            return new Ran(status, output.toString(UTF_8), error.toString());
        } finally {
            System.setOut(out);
        }
    }
}
