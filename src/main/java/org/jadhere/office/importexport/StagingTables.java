package org.jadhere.office.importexport;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.office.importexport.CsvFile.Reading;
import org.jadhere.platform.cli.ProgressListener;

/** The folder's files in temporary tables, one for each kind: typed, with the line each row came from. */
final class StagingTables {

    private final SqlConnection sql;
    private final Map<CsvTable, Reading> readings = new EnumMap<>(CsvTable.class);

    StagingTables(SqlConnection sql) {
        this.sql = sql;
    }

    void take(Path folder, Faults faults, ProgressListener progress) {
        for (CsvTable kind : CsvTable.values()) {
            create(kind);
            progress.update(kind.file(), 0);
            try (var rows = new CopyRows(sql.copyIn("copy %s from stdin".formatted(kind.staging())))) {
                readings.put(kind, new CsvFile(folder, kind, faults).read(rows, progress));
            }
        }
        addPrefixSearch();
        Set.of(CsvTable.values()).forEach(kind -> sql.run("analyze " + kind.staging()));
    }

    /** {@code sound} tells lines without faults; those with some are kept so that others can refer to them. */
    private void create(CsvTable kind) {
        String columns = kind.columns.stream()
                .map(column ->
                        "\"%s\" %s".formatted(column.name(), column.form().type()))
                .collect(Collectors.joining(", "));
        sql.run("create temporary table %s (line integer not null, sound boolean not null, %s) on commit drop"
                .formatted(kind.staging(), columns));
    }

    /** A file without the column leaves the ends that are stored, and they count when looking for overlaps. */
    private void addPrefixSearch() {
        if (!reading(CsvTable.ALLOCATIONS).present().contains("to")) {
            sql.run(
                    "update staged_allocations s set \"to\" = t.held_until from ip_allocation t where t.external_id = s.id");
        }
        sql.run("create index on staged_allocations using gist (address inet_ops) where sound");
    }

    Reading reading(CsvTable kind) {
        return readings.getOrDefault(kind, Reading.NOTHING);
    }

    boolean has(CsvTable kind, String column) {
        return reading(kind).present().contains(column);
    }
}
