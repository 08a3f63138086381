package org.jadhere.office.importexport;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that is wrong with a folder; the first thousand in words, the others counted. */
final class Faults {

    private static final int SPELLED_OUT = 1000;

    private final List<Fault> first = new ArrayList<>();
    private final Map<CsvTable, BitSet> lines = new EnumMap<>(CsvTable.class);
    private long count;

    void add(CsvTable kind, long line, String column, String reason) {
        count++;
        lines.computeIfAbsent(kind, first -> new BitSet()).set((int) line);
        if (first.size() < SPELLED_OUT) {
            first.add(new Fault(kind.file(), line, column, reason));
        }
    }

    boolean blame(CsvTable kind, long line) {
        return lines.getOrDefault(kind, new BitSet()).get((int) line);
    }

    /** Ends the import if there is any. */
    void refuse() {
        if (count > 0) {
            throw new FaultyFolderException(
                    first.stream().sorted(Fault.IN_ORDER).toList(), count);
        }
    }
}
