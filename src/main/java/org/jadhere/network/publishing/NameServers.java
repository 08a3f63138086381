package org.jadhere.network.publishing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which name servers answer for the zones, and what the zones say of themselves. Texts are empty where nothing was said.
 *
 * @param primary a {@link HostName}
 * @param hostmaster the e-mail address of who answers for the zones
 * @param ttl for how many seconds others may remember a record
 * @param negativeTtl for how many seconds others may remember that there is none (RFC 2308 section 5)
 */
public record NameServers(String primary, List<String> others, String hostmaster, int ttl, int negativeTtl) {

    public NameServers {
        others = List.copyOf(others);
    }

    boolean areKnown() {
        return !primary.isEmpty() && !hostmaster.isEmpty();
    }

    public List<String> all() {
        return Stream.concat(Stream.of(primary), others.stream()).toList();
    }

    /** The mailbox as a name (RFC 1035 section 8): dots before the @ are escaped. */
    public String mailbox() {
        int at = hostmaster.lastIndexOf('@');
        return hostmaster.substring(0, at).replace(".", "\\.") + "." + hostmaster.substring(at + 1) + ".";
    }
}
