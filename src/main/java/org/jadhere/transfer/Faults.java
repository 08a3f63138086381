package org.jadhere.transfer;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a folder; the first thousand in words, the others counted. */
final class Faults {

    private static final int SPELLED_OUT = 1000;

    private final List<Fault> first = new ArrayList<>();
    private long count;

    void add(Kind kind, long line, String column, String reason) {
        count++;
        if (first.size() < SPELLED_OUT) {
            first.add(new Fault(kind.file(), line, column, reason));
        }
    }

    /** Ends the import if there is any. */
    void refuse() {
        if (count > 0) {
            throw new FaultyFolder(first.stream().sorted(Fault.IN_ORDER).toList(), count);
        }
    }
}
