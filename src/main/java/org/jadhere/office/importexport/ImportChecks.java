package org.jadhere.office.importexport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
                CsvTable source = staging.source(table);
                checks(table).forEach(check -> sql.each(check, row -> faults.add(source, row)));
                comparisons(table).forEach(comparison -> sql.each(comparison, row -> faults.addIfFirst(source, row)));
            }
        }
    }

    private List<String> checks(CsvTable table) {
        var checks = new ArrayList<String>();
        // Rows from an older folder have the ids of its rows, which are checked there.
        if (!staging.isOlder(table)) {
            checks.add(duplicates(table, table.columns.getFirst().name(), stagedKey(table), "true"));
        }
        for (UniqueRule unique : UniqueRule.of(table)) {
            checks.add(duplicates(table, unique.column(), unique.staged(), isFirstOfId(table)));
            if (!unique.stored().isEmpty()) {
                checks.add(storedDuplicates(table, unique));
            }
        }
        addReferences(checks, table);
        checks.addAll(crossRowRules(table));
        return checks;
    }

    private void addReferences(List<String> checks, CsvTable table) {
        for (CsvColumn column : table.columns) {
            for (Reference reference : column.references()) {
                // The id may be in the part of the file that was not read.
                if (staging.reading(reference.table()).complete()) {
                    checks.add(unknownReferences(table, column, reference));
                }
            }
        }
    }

    private List<String> crossRowRules(CsvTable table) {
        return switch (table) {
            // A missing period may be in the part of the file that was not read.
            case MEMBERS ->
                staging.reading(CsvTable.MEMBERSHIPS).complete()
                        ? List.of(CrossRowRules.MEMBER_HELD_TWICE, CrossRowRules.NO_MEMBERSHIP)
                        : List.of(CrossRowRules.MEMBER_HELD_TWICE);
            case ALLOCATIONS ->
                List.of(CrossRowRules.OVERLAP_IN_FOLDER, CrossRowRules.OVERLAP_STORED, CrossRowRules.ERASED);
            default -> List.of();
        };
    }

    /** Checks that a row with another fault fails as well because of it: they are reported only for other rows. */
    private List<String> comparisons(CsvTable table) {
        return switch (table) {
            case MEMBERS -> List.of(CrossRowRules.MEMBER_KEPT);
            case MEMBERSHIPS -> List.of(CrossRowRules.MEMBERSHIPS_OVERLAP);
            case FEES -> changedValidated(table);
            case SERVICES -> List.of(CrossRowRules.SERVICE_LEAVES_HOLDING);
            case HOLDINGS ->
                List.of(
                        CrossRowRules.HOLDING_KEPT,
                        CrossRowRules.HOLDINGS_OVERLAP,
                        CrossRowRules.HOLDING_OVERLAPS_STORED,
                        CrossRowRules.HOLDING_OUTSIDE_SERVICE);
            case PAYMENTS ->
                Stream.concat(
                                changedValidated(table).stream(),
                                Stream.of(CrossRowRules.PAYMENT_KEPT, CrossRowRules.HOLDING_OF_OTHER_SERVICE))
                        .toList();
            default -> List.of();
        };
    }

    private static String stagedKey(CsvTable table) {
        var key = table.key().stream().map(name -> "s.\"" + name + "\"").toList();
        return key.size() == 1 ? key.getFirst() : "(" + String.join(", ", key) + ")";
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
    private List<String> changedValidated(CsvTable table) {
        if (!staging.reading(table).complete()) {
            return List.of();
        }
        return List.of("""
                select v.line, 'validated', 'the database holds it validated, and with other values'
                from %s v join %s t on t.external_id = v.external_id
                where t.validated and v.valid and %s""".formatted(merge.incoming(table), table.sqlName(), merge.differs(table)));
    }

    /**
     * A value that must be unique in a table.
     *
     * @param column the column that a fault names
     * @param staged the value in SQL over {@code s}
     * @param stored the value in SQL over {@code t}; empty if another check compares with stored rows
     */
    private record UniqueRule(String column, String staged, String stored) {

        static List<UniqueRule> of(CsvTable table) {
            return switch (table) {
                case CREWS, SERVICE_TYPES -> List.of(new UniqueRule("name", "s.name", "t.name"));
                case USERS -> List.of(new UniqueRule("username", "lower(s.username)", "lower(t.username)"));
                case MEMBERS ->
                    List.of(
                            new UniqueRule("number", "s.number", "t.number"),
                            new UniqueRule("holder_id", "(s.holder, s.holder_id)", ""));
                default -> List.of();
            };
        }
    }
}
