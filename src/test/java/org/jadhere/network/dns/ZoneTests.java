package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jadhere.network.publishing.HostName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones are computed from prefixes and names; BIND loads each of them. */
class ZoneTests extends ZoneFixture {

    private static List<String> zonesOf(String... prefixes) {
        return declared(List.of(prefixes), Map.of(), Map.of()).zones().stream()
                .map(Zone::origin)
                .toList();
    }

    @Test
    void aZoneFileHasSoaAndNameServers() {
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
        records(declared);
    }

    @Test
    void zonesAreCutAtOctetsAndNibbles() {
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
    void nestedPrefixesHaveNoZone() {
        assertThat(zonesOf("192.0.2.64/26", "192.0.2.0/24", "192.0.2.65", "2001:db8:1::/48", "2001:db8::/32"))
                .containsExactly("2.0.192.in-addr.arpa", "8.b.d.0.1.0.0.2.ip6.arpa");
    }

    @Test
    void namesArePtrRecordsOfTheirAddresses() {
        var zones = records(declared(
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
    void unusualHostNamesAreLoaded(String name) {
        var declared = declared(
                List.of("192.0.2.0/24", "2001:db8::/32"),
                Map.of("192.0.2.0", name, "192.0.2.255", longest(), "2001:db8::ffff", name),
                Map.of("192.0.2.128/25", List.of(name)));

        assertThat(records(declared)).hasSize(2);
    }

    private static String longest() {
        return String.join(".", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61));
    }

    @Test
    void invalidHostNamesAreRefused() {
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
