package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.GeneratedTables.columnsOf;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The CSV folder holds every column of the tables that it is made of. */
class CsvTableTests {

    /** Columns of any table that the folder does not hold. */
    private static final Map<String, String> NEVER_EXPORTED = Map.of(
            "holding_ends_on", "is a copy",
            "service_ends_on", "is a copy",
            "latest_joined_on", "is a copy",
            "latest_left_on", "is a copy",
            "id", "identifies the row in this database only",
            "search", "is generated from other columns",
            "sort_name", "is generated from other columns",
            "sort_label", "is generated from other columns",
            "validation_id", "tells which validation set the flag that is exported");

    @Test
    void everyColumnOfExportedTablesIsInTheFolder() {
        var missing = new TreeSet<String>();
        for (var table : CsvTable.values()) {
            var exported = targets(table);
            columnsOf(table.sqlName()).stream()
                    .filter(column -> !NEVER_EXPORTED.containsKey(column))
                    .filter(column -> !exported.contains(column))
                    .forEach(column -> missing.add(table.sqlName() + "." + column));
        }

        assertThat(missing)
                .as("add each to CsvTable, or here with the reason why it is not exported")
                .isEmpty();
    }

    private static Set<String> targets(CsvTable table) {
        return Stream.concat(
                        table.columns.stream()
                                .map(column -> Objects.toString(column.mapping().target(), "")),
                        table.references().map(CsvColumn.Reference::target))
                .collect(Collectors.toSet());
    }
}
