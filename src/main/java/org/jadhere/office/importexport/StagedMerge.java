package org.jadhere.office.importexport;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.office.importexport.CsvColumn.Reference;

/** Stores the staged rows: inserts new ones, updates those that differ, leaves all others as they are. */
final class StagedMerge {

    private final StagingTables staging;

    StagedMerge(StagingTables staging) {
        this.staging = staging;
    }

    /** Updates first, since an allocation may have to end before the next one of its address can start. */
    FileTally run(SqlConnection sql, CsvTable table) {
        long changed = staging.isOlder(CsvTable.MEMBERSHIPS) && table == CsvTable.MEMBERSHIPS
                ? sql.run(OlderFolder.moveMemberships())
                : 0;
        changed += updatableColumns(table).isEmpty() ? 0 : sql.run(update(table));
        var bulkLoad = new BulkLoad(sql, table, staging.reading(table).rows());
        long added = sql.run(insert(table));
        bulkLoad.restore();
        if (table == CsvTable.MEMBERSHIPS && !staging.isOlder(table)) {
            changed += sql.run(CrossRowRules.OTHER_MEMBERSHIPS);
        }
        ListFields.preparation(table, staging).forEach(sql::run);
        long listed =
                ListFields.changes(table, staging).stream().mapToLong(sql::run).sum();
        return new FileTally(staging.title(table), staging.reading(table).rows(), added, changed, listed);
    }

    /** Skips validated rows: the checks compared them, and one that was validated since then stays as it is. */
    private String update(CsvTable table) {
        String values = updatableColumns(table).stream()
                .map(target -> "%s = v.%1$s".formatted(target))
                .collect(joining(", "));
        return "update %s t set %s from %s v where %s and %s %s"
                .formatted(
                        table.sqlName(),
                        values,
                        incoming(table),
                        sameKey(table),
                        differs(table),
                        table.has("validated") ? "and not t.validated" : "");
    }

    private static List<String> key(CsvTable table) {
        return table.key().stream()
                .map(name -> table.columns.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .map(column -> column.mapping().target() != null
                        ? column.mapping().target()
                        : column.references().getFirst().target())
                .toList();
    }

    private static String sameKey(CsvTable table) {
        return key(table).stream().map("t.%s = v.%1$s"::formatted).collect(joining(" and "));
    }

    private String insert(CsvTable table) {
        String targets = String.join(", ", targets(table).keySet());
        return "insert into %s (%s) select %2$s from %s v where not exists (select from %1$s t where %s)"
                .formatted(table.sqlName(), targets, incoming(table), sameKey(table));
    }

    /** The staged rows with the column names of the table and the keys of the rows that they refer to. */
    String incoming(CsvTable table) {
        String values = targets(table).entrySet().stream()
                .map(target -> target.getValue() + " as " + target.getKey())
                .collect(joining(", "));
        String joins = table.references().map(Reference::joinStaged).collect(joining(" "));
        return "(select s.line, s.valid, %s from %s s %s)".formatted(values, table.staging(), joins);
    }

    String differs(CsvTable table) {
        List<String> columns = updatableColumns(table);
        return "(%s) is distinct from (%s)"
                .formatted(
                        columns.stream().map("t."::concat).collect(joining(", ")),
                        columns.stream().map("v."::concat).collect(joining(", ")));
    }

    /** The columns that the file has, with the SQL of their values; other columns keep their stored values. */
    private Map<String, String> targets(CsvTable table) {
        var targets = new LinkedHashMap<String, String>();
        for (CsvColumn column : table.columns) {
            if (staging.has(table, column.name())) {
                if (column.mapping().target() != null) {
                    targets.put(column.mapping().target(), column.mapping().importSql());
                }
                column.references().forEach(reference -> targets.put(reference.target(), reference.alias() + ".id"));
            }
        }
        return targets;
    }

    private List<String> updatableColumns(CsvTable table) {
        return targets(table).keySet().stream()
                .filter(target -> !key(table).contains(target) && !isInsertOnly(table, target))
                .toList();
    }

    private static boolean isInsertOnly(CsvTable table, String target) {
        return table.columns.stream()
                .anyMatch(column -> column.kind() == CsvColumn.Kind.INSERT_ONLY && column.stores(target));
    }
}
