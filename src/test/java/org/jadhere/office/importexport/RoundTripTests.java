package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jadhere.platform.cli.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported folder is exported byte for byte in canonical form. */
class RoundTripTests {

    @TempDir
    Path temp;

    private ImportExportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportExportFixture(temp.resolve("in"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anExportEqualsTheImportedFolder() {
        fixture.files(SampleFolder.folder()).importFolder();

        assertThat(fixture.exportTo(temp.resolve("out"))).isEqualTo(new TreeMap<>(SampleFolder.folder()));
    }

    @Test
    void anotherSpellingIsExportedCanonically() {
        var random = new Random(7);
        SampleFolder.folder().forEach((name, text) -> fixture.file(name, "\uFEFF" + respelled(text, random)));
        fixture.importFolder();

        assertThat(fixture.exportTo(temp.resolve("out"))).isEqualTo(new TreeMap<>(SampleFolder.folder()));
    }

    /** Every field quoted, columns and rows in another order, CRLF between the lines but not inside fields. */
    private static String respelled(String text, Random random) {
        var rows = new ArrayList<>(Csv.parse(text));
        var header = rows.removeFirst();
        Collections.shuffle(rows, random);
        rows.addFirst(header);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < header.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        var out = new StringBuilder();
        for (List<String> row : rows) {
            var fields = order.stream()
                    .map(i -> '"' + row.get(i).replace("\"", "\"\"") + '"')
                    .toList();
            out.append(String.join(",", fields)).append("\r\n");
        }
        return out.toString();
    }

    @Test
    void addressesAreExportedInTheFormatOfRfc5952() {
        fixture.files(SampleFolder.folder())
                .file(
                        "prefixes.csv",
                        "prefix\n::ffff:10.0.0.0/104\n2001:DB8:0:0:0:0:0:0/32\n0:0:0:0:0:0:1:2/128\n::/0\n192.0.2.1/32\n2001:db8:0:1:1:1:1:1\n")
                .importFolder();

        assertThat(fixture.exportTo(temp.resolve("out")).get("prefixes.csv"))
                .isEqualTo(
                        "prefix,description,kind,part_length,sparse,keeps_edges,warn_percent,rest_days\n10.0.0.0/8,,pool,,false,true,,\n192.0.2.1,,pool,,false,true,,\n::/0,,pool,,false,true,,\n::1:2,,pool,,false,true,,\n2001:db8::/32,,pool,,false,true,,\n2001:db8:0:1:1:1:1:1,,pool,,false,true,,\n");
    }

    @Test
    void anEmptyDatabaseIsExportedAsHeaders() {
        assertThat(fixture.exportTo(temp.resolve("out")))
                .hasSize(14)
                .containsEntry("crews.csv", "id,name,permissions\n");
    }

    @Test
    void onlyItsOwnerReadsAnExport() throws IOException {
        Path out = temp.resolve("out");
        fixture.exportTo(out);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("users.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExportReplacesAnEarlierOneOnly() throws IOException {
        Path out = temp.resolve("out");
        fixture.exportTo(out);
        fixture.exportTo(out);
        Files.writeString(out.resolve("diary.txt"), "dear");

        assertThatThrownBy(() -> fixture.exportTo(out))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("diary.txt")
                .hasNoCause();
    }
}
