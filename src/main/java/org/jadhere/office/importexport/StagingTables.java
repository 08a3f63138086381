package org.jadhere.office.importexport;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.office.importexport.CsvFile.Reading;
import org.jadhere.platform.cli.ProgressListener;

/** Loads the files of a folder into temporary tables with typed columns and the line number of each row. */
final class StagingTables {

    private final SqlConnection sql;
    private final Map<CsvTable, Reading> readings = new EnumMap<>(CsvTable.class);

    StagingTables(SqlConnection sql) {
        this.sql = sql;
    }

    void load(Path folder, Faults faults, ProgressListener progress) {
        for (CsvTable table : CsvTable.values()) {
            create(table);
            progress.update(table.file(), 0);
            try (var rows = new CopyRows(sql.copyIn("copy %s from stdin".formatted(table.staging())))) {
                readings.put(table, new CsvFile(folder, table, faults).read(rows, progress));
            }
        }
        prepareOverlapSearch();
        Set.of(CsvTable.values()).forEach(table -> sql.run("analyze " + table.staging()));
    }

    /** {@code valid} is false for rows with faults, which are kept so that other rows can refer to them. */
    private void create(CsvTable table) {
        String columns = table.columns.stream()
                .map(column ->
                        "\"%s\" %s".formatted(column.name(), column.format().type()))
                .collect(Collectors.joining(", "));
        sql.run("create temporary table %s (line integer not null, valid boolean not null, %s) on commit drop"
                .formatted(table.staging(), columns));
    }

    /** Without a column {@code to} the stored ends stay, and count in the search for overlaps. */
    private void prepareOverlapSearch() {
        if (!reading(CsvTable.ALLOCATIONS).present().contains("to")) {
            sql.run(
                    "update staged_allocations s set \"to\" = t.held_until from ip_allocation t where t.external_id = s.id");
        }
        sql.run("create index on staged_allocations using gist (address inet_ops) where valid");
    }

    Reading reading(CsvTable table) {
        return readings.getOrDefault(table, Reading.NOTHING);
    }

    boolean has(CsvTable table, String column) {
        return reading(table).present().contains(column);
    }
}
