package org.jadhere.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param previous the value of {@code before} for the previous page; null on the first page
 * @param next the value of {@code after} for the next page; null on the last page
 */
public record Page<T>(
        List<T> rows, @Nullable String previous, @Nullable String next) {

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
