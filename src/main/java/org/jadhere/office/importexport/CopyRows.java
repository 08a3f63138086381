package org.jadhere.office.importexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one file to its staging table, in the text format of COPY. */
final class CopyRows implements AutoCloseable {

    private final Writer copy;

    CopyRows(Writer copy) {
        this.copy = copy;
    }

    void add(long line, boolean valid, @Nullable String[] values) {
        try {
            copy.write(Long.toString(line));
            copy.write(valid ? "\tt" : "\tf");
            for (String value : values) {
                copy.write('\t');
                copy.write(value == null ? "\\N" : escaped(value));
            }
            copy.write('\n');
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static String escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
            }
        }
        return value;
    }

    @Override
    public void close() {
        try {
            copy.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(IOException e) {
        return new IllegalStateException(
                "the database stopped taking rows: " + e.getMessage(), new UncheckedIOException(e));
    }
}
