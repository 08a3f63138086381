package org.jadhere.network.dns;

import java.util.List;
import org.jadhere.platform.db.IpPrefix;

/**
 * The records of a reverse zone without SOA and NS of the origin, in network order.
 *
 * @param origin the name of the zone, without the final dot
 */
public record Zone(String origin, IpPrefix range, List<Line> lines) {

    public Zone {
        lines = List.copyOf(lines);
    }

    enum Type {
        PTR,
        NS,
        CNAME
    }

    /**
     * A resource record.
     *
     * @param owner relative to the zone
     * @param value ends with a dot if the name is absolute
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
