package org.jadhere.office.importexport;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.office.importexport.CsvColumn.Reference;

/** Writes staged rows that have no fault: new ones are added, known ones changed where they differ, others left alone. */
final class StagedMerge {

    private final StagingTables staging;

    StagedMerge(StagingTables staging) {
        this.staging = staging;
    }

    /** Changes go first: an allocation may have to end before the next one of its address can start. */
    FileTally run(SqlConnection sql, CsvTable kind) {
        long changed = changeable(kind).isEmpty() ? 0 : sql.run(update(kind));
        var fill = new BulkLoad(sql, kind, staging.reading(kind).rows());
        long added = sql.run(insert(kind));
        fill.restore();
        ListFields.preparation(kind, staging).forEach(sql::run);
        long listed =
                ListFields.changes(kind, staging).stream().mapToLong(sql::run).sum();
        return new FileTally(kind.file(), staging.reading(kind).rows(), added, changed, listed);
    }

    /** What validated rows hold has been compared before; one validated since by someone else stays as it is. */
    private String update(CsvTable kind) {
        String values = changeable(kind).stream()
                .map(target -> "%s = v.%1$s".formatted(target))
                .collect(joining(", "));
        return "update %s t set %s from %s v where %s and %s %s"
                .formatted(
                        kind.table,
                        values,
                        incoming(kind),
                        sameKey(kind),
                        differs(kind),
                        kind.has("validated") ? "and not t.validated" : "");
    }

    private static String sameKey(CsvTable kind) {
        return kind.key().stream().map("t.%s = v.%1$s"::formatted).collect(joining(" and "));
    }

    private String insert(CsvTable kind) {
        String targets = String.join(", ", targets(kind).keySet());
        return "insert into %s (%s) select %2$s from %s v where not exists (select from %1$s t where %s)"
                .formatted(kind.table, targets, incoming(kind), sameKey(kind));
    }

    /** A staged row under the names of the table's columns, with what it refers to looked up. */
    String incoming(CsvTable kind) {
        String values = targets(kind).entrySet().stream()
                .map(target -> target.getValue() + " as " + target.getKey())
                .collect(joining(", "));
        String joins = kind.references().map(Reference::joinStaged).collect(joining(" "));
        return "(select s.line, s.sound, %s from %s s %s)".formatted(values, kind.staging(), joins);
    }

    String differs(CsvTable kind) {
        List<String> columns = changeable(kind);
        return "(%s) is distinct from (%s)"
                .formatted(
                        columns.stream().map("t."::concat).collect(joining(", ")),
                        columns.stream().map("v."::concat).collect(joining(", ")));
    }

    /** The columns that the file speaks of; for those it lacks, the database keeps what it has. */
    private Map<String, String> targets(CsvTable kind) {
        var targets = new LinkedHashMap<String, String>();
        for (CsvColumn column : kind.columns) {
            if (staging.has(kind, column.name())) {
                if (column.place().target() != null) {
                    targets.put(column.place().target(), column.place().stored());
                }
                column.references().forEach(reference -> targets.put(reference.target(), reference.alias() + ".id"));
            }
        }
        return targets;
    }

    private List<String> changeable(CsvTable kind) {
        return targets(kind).keySet().stream()
                .filter(target -> !kind.key().contains(target) && !fixed(kind, target))
                .toList();
    }

    private static boolean fixed(CsvTable kind, String target) {
        return kind.columns.stream()
                .anyMatch(column -> target.equals(column.place().target())
                        && !column.place().changeable());
    }
}
