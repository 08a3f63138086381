package org.jadhere.network.sightings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Text that is written while rows are read, where a checked exception has no way out. */
record UncheckedAppender(Writer out) {

    void text(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
