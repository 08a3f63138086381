package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jadhere.network.publishing.CheckZone;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.NameServers;
import org.jadhere.platform.db.IpPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones out of prefixes, names and delegations; each is loaded by BIND. */
class ZoneTests {

    private static final NameServers SERVERS = new NameServers(
            "ns1.example.org", List.of("ns2.example.org", "ns.example.net"), "first.last@example.org", 3600, 1800);

    private static ZoneData declared(
            List<String> prefixes, Map<String, String> names, Map<String, List<String>> delegations) {
        var named = new TreeMap<IpPrefix, HostName>();
        names.forEach((address, name) -> named.put(IpPrefix.parse(address), HostName.parse(name)));
        var delegated = new TreeMap<IpPrefix, List<HostName>>();
        delegations.forEach((prefix, servers) -> delegated.put(
                IpPrefix.parse(prefix), servers.stream().map(HostName::parse).toList()));
        return new ZoneData(
                SERVERS, 2026112400L, prefixes.stream().map(IpPrefix::parse).toList(), named, delegated);
    }

    /** The lines below the head of each zone, by its name. */
    private static Map<String, List<String>> loaded(ZoneData declared) {
        var zones = new TreeMap<String, List<String>>();
        for (Zone zone : declared.zones()) {
            String text = new ZoneFile(zone, SERVERS, declared.serial()).text();
            assertThat(CheckZone.complaintsAbout(zone.origin(), text)).as(text).isEmpty();
            zones.put(zone.origin(), text.lines().skip(7).toList());
        }
        return zones;
    }

    private static List<String> zonesOf(String... prefixes) {
        return declared(List.of(prefixes), Map.of(), Map.of()).zones().stream()
                .map(Zone::origin)
                .toList();
    }

    @Test
    void aZoneSaysWhoAnswersForItAndHowLong() {
        var declared = declared(List.of("192.0.2.0/24"), Map.of("192.0.2.7", "Maison.Example.ORG."), Map.of());

        assertThat(new ZoneFile(declared.zones().getFirst(), SERVERS, 2026112401L).text())
                .isEqualTo("""
                        ; 192.0.2.0/24
                        $ORIGIN 2.0.192.in-addr.arpa.
                        $TTL 3600
                        @ IN SOA ns1.example.org. first\\.last.example.org. ( 2026112401 86400 7200 3600000 1800 )
                        @ IN NS ns1.example.org.
                        @ IN NS ns2.example.org.
                        @ IN NS ns.example.net.
                        7 IN PTR maison.example.org.
                        """);
        loaded(declared);
    }

    @Test
    void ipv4IsCutAtOctetsAndIpv6AtNibbles() {
        assertThat(zonesOf("192.0.2.0/24")).containsExactly("2.0.192.in-addr.arpa");
        assertThat(zonesOf("198.51.100.0/22"))
                .containsExactly(
                        "100.51.198.in-addr.arpa",
                        "101.51.198.in-addr.arpa",
                        "102.51.198.in-addr.arpa",
                        "103.51.198.in-addr.arpa");
        assertThat(zonesOf("10.0.0.0/8")).containsExactly("10.in-addr.arpa");
        assertThat(zonesOf("10.0.0.0/15")).containsExactly("0.10.in-addr.arpa", "1.10.in-addr.arpa");
        assertThat(zonesOf("192.0.2.64/26")).containsExactly("64-26.2.0.192.in-addr.arpa");
        assertThat(zonesOf("192.0.2.7")).containsExactly("7-32.2.0.192.in-addr.arpa");
        assertThat(zonesOf("2001:db8::/32")).containsExactly("8.b.d.0.1.0.0.2.ip6.arpa");
        assertThat(zonesOf("2001:db8::/29")).hasSize(8).startsWith("8.b.d.0.1.0.0.2.ip6.arpa");
        assertThat(zonesOf("2001:db8:7::/48")).containsExactly("7.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    }

    @Test
    void prefixesInsideAnotherHaveNoZoneOfTheirOwn() {
        assertThat(zonesOf("192.0.2.64/26", "192.0.2.0/24", "192.0.2.65", "2001:db8:1::/48", "2001:db8::/32"))
                .containsExactly("2.0.192.in-addr.arpa", "8.b.d.0.1.0.0.2.ip6.arpa");
    }

    @Test
    void namesStandAtTheirAddresses() {
        var zones = loaded(declared(
                List.of("192.0.2.64/26", "198.51.100.0/22", "10.0.0.0/16", "2001:db8::/29"),
                Map.of(
                        "192.0.2.65", "a.example.org",
                        "198.51.102.0", "b.example.org",
                        "10.0.1.2", "c.example.org",
                        "2001:db8::", "d.example.org",
                        "2001:dbf:1:2:3:4:5:6", "e.example.org"),
                Map.of()));

        assertThat(zones.get("64-26.2.0.192.in-addr.arpa")).containsExactly("65 IN PTR a.example.org.");
        assertThat(zones.get("102.51.198.in-addr.arpa")).containsExactly("0 IN PTR b.example.org.");
        assertThat(zones.get("100.51.198.in-addr.arpa")).isEmpty();
        assertThat(zones.get("0.10.in-addr.arpa")).containsExactly("2.1 IN PTR c.example.org.");
        assertThat(zones.get("8.b.d.0.1.0.0.2.ip6.arpa"))
                .containsExactly("0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 IN PTR d.example.org.");
        assertThat(zones.get("f.b.d.0.1.0.0.2.ip6.arpa"))
                .containsExactly("6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0 IN PTR e.example.org.");
    }

    @Test
    void belowA24EachAddressIsSentToTheZoneBesideIt() {
        var zone = loaded(declared(
                        List.of("192.0.2.0/24"),
                        Map.of("192.0.2.5", "hidden.example.org", "192.0.2.70", "seen.example.org"),
                        Map.of("192.0.2.4/30", List.of("ns.member.example", "ns2.member.example"))))
                .get("2.0.192.in-addr.arpa");

        assertThat(zone)
                .containsExactly(
                        "4-30 IN NS ns.member.example.",
                        "4-30 IN NS ns2.member.example.",
                        "4 IN CNAME 4.4-30",
                        "5 IN CNAME 5.4-30",
                        "6 IN CNAME 6.4-30",
                        "7 IN CNAME 7.4-30",
                        "70 IN PTR seen.example.org.");
    }

    @Test
    void insideALargerZoneTheZoneBesideStandsWithItsOctets() {
        var zone = loaded(declared(
                        List.of("10.0.0.0/16"), Map.of(), Map.of("10.0.3.128/31", List.of("ns.member.example"))))
                .get("0.10.in-addr.arpa");

        assertThat(zone)
                .containsExactly(
                        "128-31.3 IN NS ns.member.example.",
                        "128.3 IN CNAME 128.128-31.3",
                        "129.3 IN CNAME 129.128-31.3");
    }

    @Test
    void largerDelegationsAreNameServersAtEachOctetOrNibble() {
        var zones = loaded(declared(
                List.of("10.0.0.0/16", "2001:db8::/32"),
                Map.of("10.0.16.1", "hidden.example.org", "2001:db8:7::1", "hidden.example.org"),
                Map.of(
                        "10.0.16.0/20", List.of("ns.member.example"),
                        "10.0.0.0/24", List.of("ns.member.example"),
                        "2001:db8:7::/48", List.of("ns.member.example"),
                        "2001:db8:8::/47", List.of("ns.other.example"))));

        assertThat(zones.get("0.10.in-addr.arpa"))
                .hasSize(17)
                .startsWith("0 IN NS ns.member.example.", "16 IN NS ns.member.example.")
                .endsWith("31 IN NS ns.member.example.");
        assertThat(zones.get("8.b.d.0.1.0.0.2.ip6.arpa"))
                .containsExactly(
                        "7.0.0.0 IN NS ns.member.example.",
                        "8.0.0.0 IN NS ns.other.example.",
                        "9.0.0.0 IN NS ns.other.example.");
    }

    @Test
    void aDelegationInAZoneBesideStandsInItOnceMore() {
        var zone = loaded(declared(
                        List.of("192.0.2.0/26"),
                        Map.of("192.0.2.33", "seen.example.org"),
                        Map.of("192.0.2.8/31", List.of("ns.member.example"))))
                .get("0-26.2.0.192.in-addr.arpa");

        assertThat(zone)
                .containsExactly(
                        "8-31 IN NS ns.member.example.",
                        "8 IN CNAME 8.8-31",
                        "9 IN CNAME 9.8-31",
                        "33 IN PTR seen.example.org.");
    }

    @Test
    void aZoneThatIsDelegatedAsAWholeIsNotOurs() {
        var zones = loaded(declared(
                List.of("198.51.100.0/22"),
                Map.of("198.51.100.1", "hidden.example.org"),
                Map.of("198.51.100.0/23", List.of("ns.member.example"))));

        assertThat(zones).containsOnlyKeys("102.51.198.in-addr.arpa", "103.51.198.in-addr.arpa");
    }

    @Test
    void singleIpv6AddressesHaveAZoneOrADelegationToo() {
        assertThat(loaded(declared(List.of("2001:db8::1"), Map.of("2001:db8::1", "a.example.org"), Map.of()))
                        .values())
                .containsExactly(List.of("@ IN PTR a.example.org."));
        assertThat(loaded(declared(
                                List.of("2001:db8::/124"),
                                Map.of(),
                                Map.of("2001:db8::f", List.of("ns.member.example"))))
                        .values())
                .containsExactly(List.of("f IN NS ns.member.example."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b",
                "xn--t-xja.example.org",
                "3com.example",
                "0.0.example",
                "a--b.c-d.e9",
                "1.2.3.4a",
                "A.Very.Long.Name.Indeed.With-Hyphens.And.2.Digits.example.org."
            })
    void oddNamesThatAreNamesAreLoaded(String name) {
        var declared = declared(
                List.of("192.0.2.0/24", "2001:db8::/32"),
                Map.of("192.0.2.0", name, "192.0.2.255", longest(), "2001:db8::ffff", name),
                Map.of("192.0.2.128/25", List.of(name)));

        assertThat(loaded(declared)).hasSize(2);
    }

    private static String longest() {
        return String.join(".", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61));
    }

    @Test
    void whatIsNoNameOfAHostIsRefused() {
        assertThat(longest()).hasSize(253);
        Stream.of(
                        "",
                        ".",
                        "localhost",
                        "a_b.example",
                        "-a.example",
                        "a-.example",
                        "a..example",
                        ".a.example",
                        "été.example",
                        "192.0.2.7",
                        "a b.example",
                        "*.example.org",
                        "a.example.org..",
                        "a".repeat(64) + ".example",
                        longest() + "e",
                        "7.2.0.192.in-addr.arpa",
                        "a.example\n")
                .forEach(name -> assertThatThrownBy(() -> new HostName(name))
                        .as(name)
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
