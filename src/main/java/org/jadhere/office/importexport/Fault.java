package org.jadhere.office.importexport;

import java.util.Comparator;

/**
 * What keeps a folder from being imported.
 *
 * @param line where the record starts; 0 when it is the whole file
 * @param column its name; empty when it is the whole line
 */
public record Fault(String file, long line, String column, String reason) {

    private static final int LONGEST = 300;

    static final Comparator<Fault> IN_ORDER = Comparator.<Fault>comparingInt(
                    fault -> CsvTable.named(fault.file).map(CsvTable::ordinal).orElse(-1))
            .thenComparingLong(Fault::line);

    /** One line, whatever the file holds: control characters in it would write over the terminal. */
    public Fault {
        reason = reason.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        if (reason.length() > LONGEST) {
            reason = reason.substring(0, LONGEST) + "…";
        }
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (column.isEmpty() ? "" : column + ": ") + reason;
    }
}
