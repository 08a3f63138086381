package org.jadhere.network.addresses;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A row of the list of prefixes.
 *
 * @param depth the number of prefixes that contain it
 * @param isShort whether its use has reached the warning level
 */
public record PrefixLine(Prefix prefix, PrefixUse use, int depth, boolean isShort) {

    /** Computes the nesting; relies on the network order, in which a prefix follows those that contain it. */
    static List<PrefixLine> nested(List<Prefix> sorted, Map<Long, PrefixUse> uses) {
        Deque<Prefix> containing = new ArrayDeque<>();
        List<PrefixLine> lines = new ArrayList<>();
        for (Prefix prefix : sorted) {
            while (!containing.isEmpty() && !containing.peek().range().contains(prefix.range())) {
                containing.pop();
            }
            var use = uses.get(prefix.id());
            if (use != null) {
                lines.add(new PrefixLine(prefix, use, containing.size(), use.isShort(prefix.warnPercent())));
            }
            containing.push(prefix);
        }
        return List.copyOf(lines);
    }
}
