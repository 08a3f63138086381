package org.jadhere.network.publishing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The name servers of the zones and the values of the SOA record. Unknown texts are empty.
 *
 * @param primary a {@link HostName}
 * @param hostmaster the e-mail address of the administrator of the zones
 * @param ttl how many seconds resolvers may cache a record
 * @param negativeTtl how many seconds resolvers may cache a missing record (RFC 2308 section 5)
 */
public record NameServers(String primary, List<String> others, String hostmaster, int ttl, int negativeTtl) {

    public NameServers {
        others = List.copyOf(others);
    }

    boolean isComplete() {
        return !primary.isEmpty() && !hostmaster.isEmpty();
    }

    public List<String> all() {
        return Stream.concat(Stream.of(primary), others.stream()).toList();
    }

    /** The hostmaster as a domain name (RFC 1035 section 8), dots before the @ escaped. */
    public String mailbox() {
        int at = hostmaster.lastIndexOf('@');
        return hostmaster.substring(0, at).replace(".", "\\.") + "." + hostmaster.substring(at + 1) + ".";
    }
}
