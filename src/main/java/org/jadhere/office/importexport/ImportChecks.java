package org.jadhere.office.importexport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.office.importexport.CsvColumn.Reference;
import org.jadhere.platform.cli.ProgressListener;

/**
 * The rules between rows of a folder, and between the folder and the database. Each check is a query over all rows of a
 * file that returns the line, the column and the reason of each fault.
 */
final class ImportChecks {

    private final StagingTables staging;
    private final StagedMerge merge;

    ImportChecks(StagingTables staging, StagedMerge merge) {
        this.staging = staging;
        this.merge = merge;
    }

    void run(SqlConnection sql, Faults faults, ProgressListener progress) {
        for (CsvTable table : CsvTable.values()) {
            if (staging.reading(table).rows() > 0 || !staging.reading(table).complete()) {
                progress.update("checking " + table.file(), 0);
                for (String check : checks(table)) {
                    sql.each(check, row -> add(table, row, faults));
                }
                for (String comparison : comparisons(table)) {
                    sql.each(comparison, row -> addIfFirst(table, row, faults));
                }
            }
        }
    }

    private static void add(CsvTable table, ResultSet row, Faults faults) throws SQLException {
        faults.add(table, row.getLong(1), String.valueOf(row.getString(2)), String.valueOf(row.getString(3)));
    }

    /** A row with another fault also differs from the database because of it, and is reported only once. */
    private static void addIfFirst(CsvTable table, ResultSet row, Faults faults) throws SQLException {
        if (!faults.contains(table, row.getLong(1))) {
            add(table, row, faults);
        }
    }

    private List<String> checks(CsvTable table) {
        var checks = new ArrayList<String>();
        checks.add(duplicates(table, table.columns.getFirst().name(), stagedKey(table), "true"));
        for (UniqueRule unique : UniqueRule.of(table)) {
            checks.add(duplicates(table, unique.column(), unique.staged(), isFirstOfId(table)));
            if (!unique.stored().isEmpty()) {
                checks.add(storedDuplicates(table, unique));
            }
        }
        for (CsvColumn column : table.columns) {
            for (Reference reference : column.references()) {
                // The id may be in the part of the file that was not read.
                if (staging.reading(reference.table()).complete()) {
                    checks.add(unknownReferences(table, column, reference));
                }
            }
        }
        checks.addAll(crossRowRules(table));
        return checks;
    }

    private static List<String> crossRowRules(CsvTable table) {
        return switch (table) {
            case MEMBERS -> List.of(CrossRowRules.MEMBER_HELD_TWICE);
            case ALLOCATIONS ->
                List.of(CrossRowRules.OVERLAP_IN_FOLDER, CrossRowRules.OVERLAP_STORED, CrossRowRules.ERASED);
            default -> List.of();
        };
    }

    /** Checks that compare with stored values which an import cannot change. */
    private List<String> comparisons(CsvTable table) {
        return switch (table) {
            case MEMBERS -> List.of(CrossRowRules.MEMBER_KEPT);
            case FEES, PAYMENTS -> staging.reading(table).complete() ? List.of(changedValidated(table)) : List.of();
            default -> List.of();
        };
    }

    private static String stagedKey(CsvTable table) {
        var columns = table.columns;
        return table.has("id")
                ? "s.id"
                : table.has("prefix")
                        ? "s.prefix"
                        : "(s.%s, s.%s)"
                                .formatted(
                                        columns.getFirst().name(),
                                        columns.getLast().name());
    }

    private static String duplicates(CsvTable table, String column, String value, String condition) {
        return """
                select s.line, '%s', 'the same as on line ' || f.line
                from %s s join (select %s as value, min(s.line) as line from %2$s s group by 1 having count(*) > 1) f on f.value = %3$s
                where s.line > f.line and %s""".formatted(column, table.staging(), value, condition);
    }

    /** Reports a repeated row as one fault, not as one for each of its values. */
    private static String isFirstOfId(CsvTable table) {
        return "not exists (select from %s o where o.id = s.id and o.line < s.line)".formatted(table.staging());
    }

    /** Compares rows with those of the database that are not in the folder, so that rows can exchange names. */
    private static String storedDuplicates(CsvTable table, UniqueRule unique) {
        return """
                select s.line, '%s', 'taken in the database by the %s with id ' || t.external_id
                from %s s join %s t on %s = %s
                where t.external_id <> s.id and not exists (select from %3$s o where o.id = t.external_id)""".formatted(
                unique.column(), table.noun(), table.staging(), table.sqlName(), unique.stored(), unique.staged());
    }

    private static String unknownReferences(CsvTable table, CsvColumn column, Reference reference) {
        return """
                select s.line, '%s', 'no %s has the id ' || (%s)
                from %s s
                where (%3$s) is not null
                  and not exists (select from %s o where o.id = (%3$s))
                  and not exists (select from %s t where t.external_id = (%3$s))""".formatted(
                        column.name(),
                        reference.table().noun(),
                        reference.key(),
                        table.staging(),
                        reference.table().staging(),
                        reference.table().sqlName());
    }

    /** Reports a validated row that the import would change: the bank crew must withdraw the validation first. */
    private String changedValidated(CsvTable table) {
        return """
                select v.line, 'validated', 'the database holds it validated, and with other values'
                from %s v join %s t on t.external_id = v.external_id
                where t.validated and v.valid and %s""".formatted(merge.incoming(table), table.sqlName(), merge.differs(table));
    }
}
