package org.jadhere.home;

import java.util.List;
import org.jadhere.web.Option;

/**
 * Something that was found.
 *
 * @param kind the end of the message key that says what it is
 * @param acts what can be done with it at once: where, and in which words
 */
public record Hit(String kind, String label, String path, List<Option> acts) {

    public Hit {
        acts = List.copyOf(acts);
    }

    Hit(String kind, String label, String path) {
        this(kind, label, path, List.of());
    }
}
