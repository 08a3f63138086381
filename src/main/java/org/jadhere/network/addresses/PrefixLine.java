package org.jadhere.network.addresses;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A prefix among all, within those that contain it.
 *
 * @param depth how many contain it
 * @param isShort whether so much of it is held that it warns
 */
public record PrefixLine(Prefix prefix, PrefixUse use, int depth, boolean isShort) {

    /** Nested by computation: sorted in network order, whatever contains a prefix came before it. */
    static List<PrefixLine> nested(List<Prefix> sorted, Map<Long, PrefixUse> uses) {
        Deque<Prefix> around = new ArrayDeque<>();
        List<PrefixLine> lines = new ArrayList<>();
        for (Prefix prefix : sorted) {
            while (!around.isEmpty() && !around.peek().range().contains(prefix.range())) {
                around.pop();
            }
            var use = uses.get(prefix.id());
            if (use != null) {
                lines.add(new PrefixLine(prefix, use, around.size(), use.isShort(prefix.warnPercent())));
            }
            around.push(prefix);
        }
        return List.copyOf(lines);
    }
}
