package org.jadhere.office.importexport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults of a folder: the first thousand are kept, the others only counted. */
final class Faults {

    private static final int MAX_KEPT = 1000;

    private final List<Fault> first = new ArrayList<>();
    private final Map<CsvTable, BitSet> lines = new EnumMap<>(CsvTable.class);
    private long count;

    void add(CsvTable table, long line, String column, String reason) {
        count++;
        lines.computeIfAbsent(table, added -> new BitSet()).set((int) line);
        if (first.size() < MAX_KEPT) {
            first.add(new Fault(table.file(), line, column, reason));
        }
    }

    /** Adds the fault that a row of a query describes: the line, the column and the reason. */
    void add(CsvTable table, ResultSet row) throws SQLException {
        add(table, row.getLong(1), String.valueOf(row.getString(2)), String.valueOf(row.getString(3)));
    }

    /** Adds it only if its line has no fault yet, which may be the cause of this one. */
    void addIfFirst(CsvTable table, ResultSet row) throws SQLException {
        if (!lines.getOrDefault(table, new BitSet()).get((int) row.getLong(1))) {
            add(table, row);
        }
    }

    /** @throws FaultyFolderException if there is a fault */
    void throwIfAny() {
        if (count > 0) {
            throw new FaultyFolderException(
                    first.stream().sorted(Fault.IN_ORDER).toList(), count);
        }
    }
}
