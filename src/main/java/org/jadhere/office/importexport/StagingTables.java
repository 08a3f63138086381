package org.jadhere.office.importexport;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.office.importexport.CsvFile.Reading;
import org.jadhere.platform.cli.ProgressListener;

/** Loads the files of a folder into temporary tables with typed columns and the line number of each row. */
final class StagingTables {

    /** The days of a service, which the conversion of an older folder may change. */
    private static final Set<String> DAYS = Set.of("start", "end");

    private final SqlConnection sql;
    private final Map<CsvTable, Reading> readings = new EnumMap<>(CsvTable.class);
    private final Set<CsvTable> older = EnumSet.noneOf(CsvTable.class);

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
        takeStoredDays();
        var memberships = OlderFolder.memberships(has(CsvTable.MEMBERS, "left"));
        readOlderForm(CsvTable.MEMBERS, "joined", CsvTable.MEMBERSHIPS, memberships, faults);
        readOlderForm(CsvTable.SERVICES, "member_id", CsvTable.HOLDINGS, OlderFolder.holdings(), faults);
        sql.run("create index on staged_allocations using gist (address inet_ops) where valid");
        Set.of(CsvTable.values()).forEach(table -> sql.run("analyze " + table.staging()));
    }

    /** Fills the staging table of a newer file from a column of older folders. A folder with both has a fault. */
    private void readOlderForm(CsvTable old, String column, CsvTable now, OlderFolder form, Faults faults) {
        if (!has(old, column)) {
            return;
        }
        if (reading(now) != Reading.NOTHING) {
            faults.add(old, 1, column, "stands in " + now.file() + " as well: leave one of them out");
            return;
        }
        form.conversion().forEach(sql::run);
        form.faults().forEach(query -> sql.each(query, row -> faults.addIfFirst(old, row)));
        form.invalidation().forEach(sql::run);
        older.add(now);
        boolean complete = reading(old).complete();
        readings.put(
                old,
                new Reading(with(reading(old).present(), DAYS), reading(old).rows(), complete));
        readings.put(now, new Reading(columns(now), sql.count(now.staging()), complete));
    }

    /** The columns that the conversion fills. */
    private static Set<String> columns(CsvTable table) {
        return table.names().stream()
                .filter(name -> !name.endsWith("known_since"))
                .collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> names, Set<String> others) {
        return Stream.concat(names.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Whether the rows come from the columns of an older folder. */
    boolean isOlder(CsvTable table) {
        return older.contains(table);
    }

    /** The file that the rows come from, for the names in faults. */
    CsvTable source(CsvTable table) {
        if (!isOlder(table)) {
            return table;
        }
        return table == CsvTable.MEMBERSHIPS ? CsvTable.MEMBERS : CsvTable.SERVICES;
    }

    /** The name of the table's rows in the report. */
    String title(CsvTable table) {
        return isOlder(table) ? source(table).file() + " (" + table.word() + ")" : table.file();
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

    /** Where a file leaves out a column of days, the stored ones stay, and count in the checks. */
    private void takeStoredDays() {
        takeStored(CsvTable.MEMBERSHIPS, "left", CrossRowRules.STORED_MEMBERSHIPS);
        takeStored(CsvTable.SERVICES, "start", "service t where t.external_id = s.id");
        takeStored(CsvTable.SERVICES, "end", "service t where t.external_id = s.id");
        takeStored(CsvTable.HOLDINGS, "end", "holding t where t.external_id = s.id");
        takeStored(CsvTable.ALLOCATIONS, "to", "ip_allocation t where t.external_id = s.id");
    }

    private void takeStored(CsvTable table, String name, String from) {
        if (reading(table).rows() > 0 && !has(table, name)) {
            String target =
                    table.columns.get(table.names().indexOf(name)).mapping().target();
            sql.run("update %s s set \"%s\" = t.%s from %s".formatted(table.staging(), name, target, from));
        }
    }

    Reading reading(CsvTable table) {
        return readings.getOrDefault(table, Reading.NOTHING);
    }

    boolean has(CsvTable table, String column) {
        return reading(table).present().contains(column);
    }
}
