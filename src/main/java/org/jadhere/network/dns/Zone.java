package org.jadhere.network.dns;

import java.util.List;
import org.jadhere.platform.db.IpPrefix;

/**
 * What one zone holds beside its SOA and its own name servers, in network order.
 *
 * @param origin its name, without the final dot
 */
public record Zone(String origin, IpPrefix range, List<Line> lines) {

    public Zone {
        lines = List.copyOf(lines);
    }

    /** What a line is. */
    enum Type {
        PTR,
        NS,
        CNAME
    }

    /**
     * A record.
     *
     * @param owner relative to the zone
     * @param value with its final dot where it is whole
     */
    record Line(String owner, Type type, String value) {}

    public long names() {
        return count(Type.PTR);
    }

    public long delegations() {
        return lines.stream()
                .filter(line -> line.type() == Type.NS)
                .map(Line::owner)
                .distinct()
                .count();
    }

    public String fileName() {
        return origin + ".zone";
    }

    private long count(Type type) {
        return lines.stream().filter(line -> line.type() == type).count();
    }
}
