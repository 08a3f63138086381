package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased does not come back by an export that was made before. */
class ErasedImportTests {

    @TempDir
    Path temp;

    @Test
    void anOldExportIsRefusedLineByLine() {
        try (var moving = new Moving(temp.resolve("in")).files(Small.folder())) {
            moving.in();
            moving.tell("insert into retention (kept_data, kept_months) values ('allocations', 12)");
            assertThat(moving.ask("select erase_allocations(allocations_kept_since(), 10)"))
                    .isEqualTo("1");

            assertThat(moving.faults())
                    .singleElement()
                    .asString()
                    .startsWith("allocations.csv:2: to: allocations that ended by ")
                    .endsWith("were erased and are no longer kept: leave the line out");
            moving.file(
                    "allocations.csv",
                    String.valueOf(Small.folder().get("allocations.csv")).replaceFirst("1,1,.*\n", ""));
            assertThat(moving.in()).isNotEmpty().allMatch(FileTally::isNothing);
        }
    }
}
