package org.jadhere.office.importexport;

import java.util.Comparator;

/**
 * A reason why a folder cannot be imported.
 *
 * @param line the line on which the record starts; 0 for the whole file
 * @param column the name of the column; empty for the whole line
 */
public record Fault(String file, long line, String column, String reason) {

    private static final int MAX_LENGTH = 300;

    static final Comparator<Fault> IN_ORDER = Comparator.<Fault>comparingInt(
                    fault -> CsvTable.ofFile(fault.file).map(CsvTable::ordinal).orElse(-1))
            .thenComparingLong(Fault::line);

    /** Keeps the reason on one line and removes control characters, which could overwrite the terminal. */
    public Fault {
        reason = reason.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        if (reason.length() > MAX_LENGTH) {
            reason = reason.substring(0, MAX_LENGTH) + "…";
        }
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (column.isEmpty() ? "" : column + ": ") + reason;
    }
}
