package org.jadhere.network.sightings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes text from callbacks that cannot throw checked exceptions. */
record UncheckedAppender(Writer out) {

    void text(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
