package org.jadhere.network.dns;

import java.util.stream.Collectors;
import org.jadhere.network.publishing.NameServers;

/** A zone as a master file (RFC 1035 section 5); the same data produce the same bytes. */
record ZoneFile(Zone zone, NameServers servers, long serial) {

    // RIPE-203, "Recommendations for DNS SOA Values": refresh 1 day, retry 2 hours, expire 1000 hours.
    private static final String REFRESH_RETRY_EXPIRE = "86400 7200 3600000";

    String text() {
        String head = """
                ; %s
                $ORIGIN %s.
                $TTL %d
                @ IN SOA %s. %s ( %d %s %d )
                """.formatted(
                        zone.range(),
                        zone.origin(),
                        servers.ttl(),
                        servers.primary(),
                        servers.mailbox(),
                        serial,
                        REFRESH_RETRY_EXPIRE,
                        servers.negativeTtl());
        String own = servers.all().stream().map("@ IN NS %s.\n"::formatted).collect(Collectors.joining());
        return zone.lines().stream()
                .map(line -> "%s IN %s %s\n".formatted(line.owner(), line.type(), line.value()))
                .collect(Collectors.joining("", head + own, ""));
    }
}
