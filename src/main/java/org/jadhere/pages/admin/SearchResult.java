package org.jadhere.pages.admin;

import java.util.List;
import org.jadhere.platform.web.Option;

/**
 * A result of the global search.
 *
 * @param kind the end of the message key of its kind
 * @param actions links to the most common actions on it
 */
public record SearchResult(String kind, String label, String path, List<Option> actions) {

    public SearchResult {
        actions = List.copyOf(actions);
    }

    SearchResult(String kind, String label, String path) {
        this(kind, label, path, List.of());
    }
}
