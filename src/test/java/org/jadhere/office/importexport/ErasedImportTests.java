package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erased data are not imported again from an older export. */
class ErasedImportTests {

    @TempDir
    Path temp;

    @Test
    void erasedLinesOfAnOldExportAreRefused() {
        try (var fixture = new ImportExportFixture(temp.resolve("in")).files(SampleFolder.folder())) {
            fixture.importFolder();
            fixture.execute("insert into retention (kept_data, kept_months) values ('allocations', 12)");
            assertThat(fixture.query("select erase_allocations(allocations_kept_since(), 10)"))
                    .isEqualTo("1");

            assertThat(fixture.faults())
                    .singleElement()
                    .asString()
                    .startsWith("allocations.csv:2: to: allocations that ended by ")
                    .endsWith("were erased and are no longer kept: leave the line out");
            fixture.file(
                    "allocations.csv",
                    String.valueOf(SampleFolder.folder().get("allocations.csv")).replaceFirst("1,1,.*\n", ""));
            assertThat(fixture.importFolder()).isNotEmpty().allMatch(FileTally::isNothing);
        }
    }
}
