package org.jadhere.office.importexport;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file, each field by its form, and looks at what fields of one line owe each other. */
final class CsvRowReader {

    // Half-open: the second is the first day, or instant, no more.
    private static final List<List<String>> SPANS =
            List.of(List.of("start", "end"), List.of("joined", "left"), List.of("from", "to"));

    private final CsvTable kind;
    private final CsvHeader header;
    private final Faults faults;
    private final List<CsvColumn> columns;
    private final List<int[]> spans;

    CsvRowReader(CsvTable kind, CsvHeader header, Faults faults) {
        this.kind = kind;
        this.header = header;
        this.faults = faults;
        this.columns = kind.columns;
        this.spans = SPANS.stream()
                .filter(span -> kind.has(span.getFirst()) && kind.has(span.getLast()))
                .map(span -> new int[] {position(span.getFirst()), position(span.getLast())})
                .toList();
    }

    private int position(String name) {
        return columns.stream().map(CsvColumn::name).toList().indexOf(name);
    }

    /** A faulty line goes on too, without its faulty values: others may refer to it, and must not be blamed for that. */
    void read(CsvRecord record, CopyRows rows) {
        var values = new @Nullable String[columns.size()];
        long line = record.getStartingLineNumber();
        boolean sound = record.getFieldCount() == header.size();
        if (!sound) {
            faults.add(
                    kind,
                    line,
                    "",
                    "%d fields, where the header has %d".formatted(record.getFieldCount(), header.size()));
        }
        for (int i = 0; i < header.size(); i++) {
            int position = header.positions().get(i);
            String text = i < record.getFieldCount() ? record.getField(i) : "";
            if (record.getFieldCount() == header.size()) {
                sound &= read(line, position, text, values);
            } else if (columns.get(position).name().equals("id")) {
                values[position] = quietly(position, text);
            }
        }
        sound &= spansFit(line, values);
        rows.add(line, sound && emailsFit(line, values), values);
    }

    private boolean read(long line, int position, String text, @Nullable String[] values) {
        CsvColumn column = columns.get(position);
        if (text.isEmpty()) {
            if (column.required()) {
                faults.add(kind, line, column.name(), "missing");
            }
            return !column.required();
        }
        try {
            values[position] = column.form().read(text);
            return true;
        } catch (IllegalArgumentException e) {
            faults.add(kind, line, column.name(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private @Nullable String quietly(int position, String text) {
        try {
            return text.isEmpty() ? null : columns.get(position).form().read(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean spansFit(long line, @Nullable String[] values) {
        boolean fit = true;
        for (int[] span : spans) {
            String start = values[span[0]];
            String end = values[span[1]];
            if (start != null && end != null && !IsoTimes.isAfter(end, start)) {
                String first = columns.get(span[0]).name();
                faults.add(
                        kind, line, columns.get(span[1]).name(), "%s is not after %s %s".formatted(end, first, start));
                fit = false;
            }
        }
        return fit;
    }

    private boolean emailsFit(long line, @Nullable String[] values) {
        if (kind != CsvTable.USERS) {
            return true;
        }
        String email = values[position("email")];
        String others = values[position("other_emails")];
        if (others != null && email == null) {
            faults.add(kind, line, "other_emails", "given, but no email");
        } else if (others != null && email != null && TextFormats.names(others, email)) {
            faults.add(kind, line, "other_emails", "named twice: " + email);
        } else {
            return true;
        }
        return false;
    }
}
