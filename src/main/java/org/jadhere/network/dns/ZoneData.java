package org.jadhere.network.dns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.NameServers;
import org.jadhere.platform.db.IpPrefix;

/**
 * The input of all zones, read in one snapshot.
 *
 * @param serial increases with every change of the other fields
 * @param names by single address
 * @param delegations the name servers by prefix; no prefix contains another
 */
record ZoneData(
        NameServers servers,
        long serial,
        Collection<IpPrefix> prefixes,
        NavigableMap<IpPrefix, HostName> names,
        NavigableMap<IpPrefix, List<HostName>> delegations) {

    /**
     * Builds one zone for each part, cut at octets or nibbles, of the association's outermost prefixes. A part that is
     * delegated as a whole has no zone here, since its NS records belong in the parent zone, which is not ours.
     */
    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        for (IpPrefix outermost : outermost()) {
            ArpaNames.parts(outermost).stream()
                    .filter(part -> delegations.keySet().stream().noneMatch(delegated -> delegated.contains(part)))
                    .map(this::zone)
                    .forEach(zones::add);
        }
        return List.copyOf(zones);
    }

    /** Relies on the network order, in which a prefix follows those that contain it. */
    private List<IpPrefix> outermost() {
        List<IpPrefix> outermost = new ArrayList<>();
        prefixes.stream().sorted().forEach(prefix -> {
            if (outermost.isEmpty() || !outermost.getLast().contains(prefix)) {
                outermost.add(prefix);
            }
        });
        return outermost;
    }

    private Zone zone(IpPrefix range) {
        var delegated = new TreeMap<IpPrefix, List<Zone.Line>>();
        delegations.forEach((prefix, nameServers) -> {
            if (range.contains(prefix)) {
                delegated.put(prefix.first(), delegation(range, prefix, nameServers));
            }
        });
        var lines = new TreeMap<>(delegated);
        named(range).forEach((address, name) -> {
            if (!isDelegated(address)) {
                lines.put(
                        address,
                        List.of(new Zone.Line(ArpaNames.owner(range, address), Zone.Type.PTR, name.absolute())));
            }
        });
        return new Zone(
                ArpaNames.zone(range),
                range,
                lines.values().stream().flatMap(List::stream).toList());
    }

    private Map<IpPrefix, HostName> named(IpPrefix range) {
        return names.subMap(range.first(), true, range.last(), true);
    }

    private boolean isDelegated(IpPrefix address) {
        var candidate = delegations.floorKey(address); // as no delegation contains another, only this one can
        return candidate != null && candidate.contains(address);
    }

    private static List<Zone.Line> delegation(IpPrefix zone, IpPrefix prefix, List<HostName> servers) {
        List<Zone.Line> lines = new ArrayList<>();
        for (IpPrefix part : ArpaNames.parts(prefix)) {
            String owner = ArpaNames.isClassless(part) ? ArpaNames.child(zone, part) : ArpaNames.owner(zone, part);
            servers.forEach(server -> lines.add(new Zone.Line(owner, Zone.Type.NS, server.absolute())));
        }
        if (ArpaNames.isClassless(prefix)) {
            lines.addAll(cnames(zone, prefix));
        }
        return lines;
    }

    /** RFC 2317 section 4: a CNAME for each address refers to its name in the classless zone. */
    private static List<Zone.Line> cnames(IpPrefix zone, IpPrefix prefix) {
        List<Zone.Line> lines = new ArrayList<>();
        for (int n = 0; n < prefix.addresses().intValue(); n++) {
            IpPrefix address = prefix.part(prefix.bits(), n);
            String target = ArpaNames.owner(prefix, address) + "." + ArpaNames.child(zone, prefix);
            lines.add(new Zone.Line(ArpaNames.owner(zone, address), Zone.Type.CNAME, target));
        }
        return lines;
    }
}
