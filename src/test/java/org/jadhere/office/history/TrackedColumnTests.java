package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.GeneratedTables.columnsOf;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The history names every column of the tables that it records. */
class TrackedColumnTests {

    /** Columns of any table that the history does not show. */
    private static final Map<String, String> NEVER_SHOWN = Map.of(
            "id", "identifies the row",
            "external_id", "names the row in the CSV folder",
            "search", "is generated from other columns",
            "sort_name", "is generated from other columns",
            "sort_label", "is generated from other columns",
            "holding_ends_on", "is a copy",
            "service_ends_on", "is a copy",
            "latest_joined_on", "is a copy",
            "latest_left_on", "is a copy",
            "only_one", "keeps the table to one row");

    private static final Map<String, String> NOT_SHOWN =
            Map.of("join_request.link_id", "refers to a link that is erased after its use");

    @Test
    void everyColumnOfTrackedTablesIsNamed() {
        var unnamed = new TreeSet<String>();
        for (var tracked : TrackedTable.values()) {
            columnsOf(tracked.tableName()).stream()
                    .filter(column -> !NEVER_SHOWN.containsKey(column))
                    .filter(column -> TrackedColumn.of(tracked, column).isEmpty())
                    .forEach(column -> unnamed.add(tracked.tableName() + "." + column));
        }

        assertThat(unnamed)
                .as("add each to TrackedColumn, or here with the reason why the history does not show it")
                .isEqualTo(new TreeSet<>(NOT_SHOWN.keySet()));
    }
}
