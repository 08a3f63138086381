package org.jadhere.office.importexport;

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

    boolean contains(CsvTable table, long line) {
        return lines.getOrDefault(table, new BitSet()).get((int) line);
    }

    /** @throws FaultyFolderException if there is a fault */
    void throwIfAny() {
        if (count > 0) {
            throw new FaultyFolderException(
                    first.stream().sorted(Fault.IN_ORDER).toList(), count);
        }
    }
}
