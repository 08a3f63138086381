package org.jadhere.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that are shown at once.
 *
 * @param previous the key before which the page before ends; none on the first page
 * @param next the key after which the next page begins; none on the last page
 */
public record Page<T>(
        List<T> rows, @Nullable String previous, @Nullable String next) {

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
