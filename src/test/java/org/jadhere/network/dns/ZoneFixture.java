package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jadhere.network.publishing.CheckZone;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.NameServers;
import org.jadhere.platform.db.IpPrefix;

/** Zones of given prefixes, names and delegations. */
abstract class ZoneFixture {

    static final NameServers SERVERS = new NameServers(
            "ns1.example.org", List.of("ns2.example.org", "ns.example.net"), "first.last@example.org", 3600, 1800);

    static ZoneData declared(List<String> prefixes, Map<String, String> names, Map<String, List<String>> delegations) {
        var named = new TreeMap<IpPrefix, HostName>();
        names.forEach((address, name) -> named.put(IpPrefix.parse(address), HostName.parse(name)));
        var delegated = new TreeMap<IpPrefix, List<HostName>>();
        delegations.forEach((prefix, servers) -> delegated.put(
                IpPrefix.parse(prefix), servers.stream().map(HostName::parse).toList()));
        return new ZoneData(
                SERVERS, 2026112400L, prefixes.stream().map(IpPrefix::parse).toList(), named, delegated);
    }

    /** The records of each zone after SOA and NS, by its name; BIND loads the zone without a warning. */
    static Map<String, List<String>> records(ZoneData declared) {
        var zones = new TreeMap<String, List<String>>();
        for (Zone zone : declared.zones()) {
            String text = new ZoneFile(zone, SERVERS, declared.serial()).text();
            assertThat(CheckZone.complaintsAbout(zone.origin(), text)).as(text).isEmpty();
            zones.put(zone.origin(), text.lines().skip(7).toList());
        }
        return zones;
    }
}
