package org.jadhere.office.importexport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.office.importexport.CsvColumn.Reference;
import org.jadhere.platform.cli.ProgressListener;

/**
 * What lines of a folder owe each other and the database, looked for in sets. Each check is a query that answers the
 * line, the column and the reason of each fault.
 */
final class ImportChecks {

    private final StagingTables staging;
    private final StagedMerge merge;

    ImportChecks(StagingTables staging, StagedMerge merge) {
        this.staging = staging;
        this.merge = merge;
    }

    void run(SqlConnection sql, Faults faults, ProgressListener progress) {
        for (CsvTable kind : CsvTable.values()) {
            if (staging.reading(kind).rows() > 0 || !staging.reading(kind).whole()) {
                progress.update("checking " + kind.file(), 0);
                for (String check : of(kind)) {
                    sql.each(check, row -> add(kind, row, faults));
                }
                for (String comparison : comparisons(kind)) {
                    sql.each(comparison, row -> addIfSoundSoFar(kind, row, faults));
                }
            }
        }
    }

    private static void add(CsvTable kind, ResultSet row, Faults faults) throws SQLException {
        faults.add(kind, row.getLong(1), String.valueOf(row.getString(2)), String.valueOf(row.getString(3)));
    }

    /** A line with a fault differs from the database because of it: said once. */
    private static void addIfSoundSoFar(CsvTable kind, ResultSet row, Faults faults) throws SQLException {
        if (!faults.blame(kind, row.getLong(1))) {
            add(kind, row, faults);
        }
    }

    private List<String> of(CsvTable kind) {
        var checks = new ArrayList<String>();
        checks.add(twice(kind, kind.columns.getFirst().name(), kind.stagedKey(), "true"));
        for (UniqueRule unique : kind.uniques) {
            checks.add(twice(kind, unique.column(), unique.staged(), firstOfItsId(kind)));
            if (!unique.stored().isEmpty()) {
                checks.add(taken(kind, unique));
            }
        }
        for (CsvColumn column : kind.columns) {
            for (Reference reference : column.references()) {
                // What a file that was not read to its end holds is not known: nobody is blamed for it.
                if (staging.reading(reference.kind()).whole()) {
                    checks.add(unknown(kind, column, reference));
                }
            }
        }
        checks.addAll(special(kind));
        return checks;
    }

    private List<String> special(CsvTable kind) {
        return switch (kind) {
            case MEMBERS -> List.of(CrossRowRules.MEMBER_HELD_TWICE);
            case ALLOCATIONS ->
                List.of(CrossRowRules.OVERLAP_IN_FOLDER, CrossRowRules.OVERLAP_STORED, CrossRowRules.ERASED);
            default -> List.of();
        };
    }

    /** What the database holds already and does not let go. */
    private List<String> comparisons(CsvTable kind) {
        return switch (kind) {
            case MEMBERS -> List.of(CrossRowRules.MEMBER_KEPT);
            case FEES, PAYMENTS -> staging.reading(kind).whole() ? List.of(locked(kind)) : List.of();
            default -> List.of();
        };
    }

    private static String twice(CsvTable kind, String column, String value, String condition) {
        return """
                select s.line, '%s', 'the same as on line ' || f.line
                from %s s join (select %s as value, min(s.line) as line from %2$s s group by 1 having count(*) > 1) f on f.value = %3$s
                where s.line > f.line and %s""".formatted(column, kind.staging(), value, condition);
    }

    /** A line given twice is one fault, not one for each of its values. */
    private static String firstOfItsId(CsvTable kind) {
        return "not exists (select from %s o where o.id = s.id and o.line < s.line)".formatted(kind.staging());
    }

    /** Rows that the folder holds are compared as the folder has them: a name that one of them gives up is free. */
    private static String taken(CsvTable kind, UniqueRule unique) {
        return """
                select s.line, '%s', 'taken in the database by the %s with id ' || t.external_id
                from %s s join %s t on %s = %s
                where t.external_id <> s.id and not exists (select from %3$s o where o.id = t.external_id)""".formatted(
                        unique.column(), kind.noun(), kind.staging(), kind.table, unique.stored(), unique.staged());
    }

    private static String unknown(CsvTable kind, CsvColumn column, Reference reference) {
        return """
                select s.line, '%s', 'no %s has the id ' || (%s)
                from %s s
                where (%3$s) is not null
                  and not exists (select from %s o where o.id = (%3$s))
                  and not exists (select from %s t where t.external_id = (%3$s))""".formatted(
                        column.name(),
                        reference.kind().noun(),
                        reference.key(),
                        kind.staging(),
                        reference.kind().staging(),
                        reference.kind().table);
    }

    /** Never changed in silence; the bank crew takes its validation back first. */
    private String locked(CsvTable kind) {
        return """
                select v.line, 'validated', 'the database holds it validated, and with other values'
                from %s v join %s t on t.external_id = v.external_id
                where t.validated and v.sound and %s""".formatted(merge.incoming(kind), kind.table, merge.differs(kind));
    }
}
