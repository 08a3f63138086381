package org.jadhere.pages.admin;

import java.util.List;
import org.jadhere.platform.web.Option;

/**
 * Something that was found.
 *
 * @param kind the end of the message key that says what it is
 * @param acts what can be done with it at once: where, and in which words
 */
public record SearchResult(String kind, String label, String path, List<Option> acts) {

    public SearchResult {
        acts = List.copyOf(acts);
    }

    SearchResult(String kind, String label, String path) {
        this(kind, label, path, List.of());
    }
}
