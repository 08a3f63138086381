package org.jadhere.pages.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A box of the dashboard: the first lines of a list.
 *
 * @param name the end of the message key of the title
 * @param link the address of the list, with its filter
 * @param count the number of rows on the first page of the list
 * @param more whether the list has further pages
 * @param action a link to the most common action, if there is one
 */
public record DashboardBox(
        String name,
        String link,
        List<Line> lines,
        int count,
        boolean more,
        @Nullable Option action) {

    private static final int MAX_LINES = 5;

    public record Line(String link, String name, String details) {}

    /** @param parameters the filter of the list, as it is in the address */
    public static <T> DashboardBox of(
            String name, String list, Map<String, String> parameters, Page<T> page, Function<T, Line> line) {
        var link = UriComponentsBuilder.fromPath(list);
        new TreeMap<>(parameters).forEach((parameter, value) -> link.queryParam(parameter, value));
        return new DashboardBox(
                name,
                link.toUriString(),
                page.rows().stream().limit(MAX_LINES).map(line).toList(),
                page.rows().size(),
                page.next() != null,
                null);
    }

    DashboardBox withAction(String path, String label) {
        return new DashboardBox(name, link, lines, count, more, new Option(path, label));
    }
}
