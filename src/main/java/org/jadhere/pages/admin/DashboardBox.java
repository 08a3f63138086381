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
 * Something that waits, in short.
 *
 * @param name of its title among the messages
 * @param link the list that is the whole of it
 * @param count of the whole, as far as it was counted
 * @param more whether there are more than those
 * @param act what is mostly done about it, and where
 */
public record DashboardBox(
        String name,
        String link,
        List<Line> lines,
        int count,
        boolean more,
        @Nullable Option act) {

    private static final int LINES = 5;

    /** One thing: where it is, what it is, and what about it. */
    public record Line(String link, String name, String about) {}

    public static <T> DashboardBox of(
            String name, String list, Map<String, String> question, Page<T> page, Function<T, Line> line) {
        var link = UriComponentsBuilder.fromPath(list);
        new TreeMap<>(question).forEach((parameter, value) -> link.queryParam(parameter, value));
        return new DashboardBox(
                name,
                link.toUriString(),
                page.rows().stream().limit(LINES).map(line).toList(),
                page.rows().size(),
                page.next() != null,
                null);
    }

    DashboardBox with(String path, String label) {
        return new DashboardBox(name, link, lines, count, more, new Option(path, label));
    }
}
