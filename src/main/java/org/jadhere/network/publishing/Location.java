package org.jadhere.network.publishing;

import java.util.List;
import java.util.stream.Collectors;
import org.jadhere.platform.db.IpPrefix;

/**
 * Where the addresses of a prefix are used; an unknown region or city is empty.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, of the same country
 */
public record Location(long id, IpPrefix prefix, String country, String region, String city) {

    /** A line of a geofeed (RFC 8805 section 2.1.1); the postal code, deprecated there, stays empty. */
    String line() {
        return String.join(",", List.of(prefix.toString(), country, region, city, "")) + "\n";
    }

    static String feed(List<Location> locations) {
        return locations.stream().map(Location::line).collect(Collectors.joining());
    }
}
