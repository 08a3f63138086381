package org.jadhere.office.importexport;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and checks the rows of one file: each field by its format, then the rules between fields of one row. */
final class CsvRowReader {

    // Half-open: the second value is the first day or instant that is not included.
    private static final List<List<String>> SPANS =
            List.of(List.of("start", "end"), List.of("joined", "left"), List.of("from", "to"));

    private final CsvTable table;
    private final CsvHeader header;
    private final Faults faults;
    private final List<CsvColumn> columns;
    private final List<int[]> spans;

    CsvRowReader(CsvTable table, CsvHeader header, Faults faults) {
        this.table = table;
        this.header = header;
        this.faults = faults;
        this.columns = table.columns;
        this.spans = SPANS.stream()
                .filter(span -> table.has(span.getFirst()) && table.has(span.getLast()))
                .map(span -> new int[] {position(span.getFirst()), position(span.getLast())})
                .toList();
    }

    private int position(String name) {
        return table.names().indexOf(name);
    }

    /** Stages a faulty row too, without its faulty values, so that rows that refer to it are not reported as faults. */
    void read(CsvRecord record, CopyRows rows) {
        var values = new @Nullable String[columns.size()];
        long line = record.getStartingLineNumber();
        int count = record.getFieldCount();
        boolean valid = count == header.size();
        if (!valid) {
            faults.add(table, line, "", "%d fields, where the header has %d".formatted(count, header.size()));
        }
        for (int i = 0; i < header.size(); i++) {
            int position = header.positions().get(i);
            String text = i < count ? record.getField(i) : "";
            if (count == header.size()) {
                valid &= read(line, position, text, values);
            } else if (table.key().contains(columns.get(position).name())) {
                values[position] = readOrNull(position, text);
            }
        }
        valid &= spansAreValid(line, values);
        rows.add(line, valid && emailsAreValid(line, values), values);
    }

    private boolean read(long line, int position, String text, @Nullable String[] values) {
        CsvColumn column = columns.get(position);
        if (text.isEmpty()) {
            if (column.required()) {
                faults.add(table, line, column.name(), "missing");
            }
            return !column.required();
        }
        try {
            values[position] = column.format().read(text);
            return true;
        } catch (IllegalArgumentException e) {
            faults.add(table, line, column.name(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private @Nullable String readOrNull(int position, String text) {
        try {
            return text.isEmpty() ? null : columns.get(position).format().read(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean spansAreValid(long line, @Nullable String[] values) {
        boolean allValid = true;
        for (int[] span : spans) {
            String start = values[span[0]];
            String end = values[span[1]];
            if (start != null && end != null && !IsoTimes.isAfter(end, start)) {
                String first = columns.get(span[0]).name();
                faults.add(
                        table, line, columns.get(span[1]).name(), "%s is not after %s %s".formatted(end, first, start));
                values[span[1]] = null;
                allValid = false;
            }
        }
        return allValid;
    }

    private boolean emailsAreValid(long line, @Nullable String[] values) {
        if (table != CsvTable.USERS) {
            return true;
        }
        String email = values[position("email")];
        String others = values[position("other_emails")];
        if (others != null && email == null) {
            faults.add(table, line, "other_emails", "given, but no email");
        } else if (others != null && email != null && TextFormats.contains(others, email)) {
            faults.add(table, line, "other_emails", "named twice: " + email);
        } else {
            String all = Objects.toString(email, "") + " " + Objects.toString(others, "");
            return unconfirmedAreNamed(line, all, values[position("unconfirmed_emails")]);
        }
        return false;
    }

    private boolean unconfirmedAreNamed(long line, String emails, @Nullable String unconfirmed) {
        var unknown = TextFormats.notIn(emails, unconfirmed == null ? "" : unconfirmed);
        unknown.forEach(
                email -> faults.add(table, line, "unconfirmed_emails", "not an address of this user: " + email));
        return unknown.isEmpty();
    }
}
