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

class RoundTripTests {

    @TempDir
    Path temp;

    private Moving moving;

    @BeforeEach
    void open() {
        moving = new Moving(temp.resolve("in"));
    }

    @AfterEach
    void close() {
        moving.close();
    }

    @Test
    void whatMovesInMovesOutByteForByte() {
        moving.files(Small.folder()).in();

        assertThat(moving.out(temp.resolve("out"))).isEqualTo(new TreeMap<>(Small.folder()));
    }

    @Test
    void anotherSpellingOfTheSameFolderMovesOutCanonically() {
        var random = new Random(7);
        Small.folder().forEach((name, text) -> moving.file(name, "\uFEFF" + respelled(text, random)));
        moving.in();

        assertThat(moving.out(temp.resolve("out"))).isEqualTo(new TreeMap<>(Small.folder()));
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
    void addressesMoveOutAsRfc5952WritesThem() {
        moving.files(Small.folder())
                .file(
                        "prefixes.csv",
                        "prefix\n::ffff:10.0.0.0/104\n2001:DB8:0:0:0:0:0:0/32\n0:0:0:0:0:0:1:2/128\n::/0\n192.0.2.1/32\n2001:db8:0:1:1:1:1:1\n")
                .in();

        assertThat(moving.out(temp.resolve("out")).get("prefixes.csv"))
                .isEqualTo(
                        "prefix,description,kind,part_length,sparse,keeps_edges,warn_percent,rest_days\n10.0.0.0/8,,pool,,false,true,,\n192.0.2.1,,pool,,false,true,,\n::/0,,pool,,false,true,,\n::1:2,,pool,,false,true,,\n2001:db8::/32,,pool,,false,true,,\n2001:db8:0:1:1:1:1:1,,pool,,false,true,,\n");
    }

    @Test
    void anEmptyDatabaseMovesOutAsTwelveHeaders() {
        assertThat(moving.out(temp.resolve("out"))).hasSize(12).containsEntry("crews.csv", "id,name,permissions\n");
    }

    @Test
    void anExportIsForItsOwnerAlone() throws IOException {
        Path out = temp.resolve("out");
        moving.out(out);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("users.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExportReplacesOneBeforeButNothingElse() throws IOException {
        Path out = temp.resolve("out");
        moving.out(out);
        moving.out(out);
        Files.writeString(out.resolve("diary.txt"), "dear");

        assertThatThrownBy(() -> moving.out(out))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("diary.txt")
                .hasNoCause();
    }
}
