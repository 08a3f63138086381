package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Delegations in zones are NS records, below an IPv4 /24 with CNAME records as in RFC 2317. */
class ZoneDelegationTests extends ZoneFixture {

    @Test
    void belowA24EachAddressIsACname() {
        var zone = records(declared(
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
    void inALargerZoneTheCnameHasMoreOctets() {
        var zone = records(declared(
                        List.of("10.0.0.0/16"), Map.of(), Map.of("10.0.3.128/31", List.of("ns.member.example"))))
                .get("0.10.in-addr.arpa");

        assertThat(zone)
                .containsExactly(
                        "128-31.3 IN NS ns.member.example.",
                        "128.3 IN CNAME 128.128-31.3",
                        "129.3 IN CNAME 129.128-31.3");
    }

    @Test
    void largeDelegationsAreNsRecordsPerOctetOrNibble() {
        var zones = records(declared(
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
    void aRfc2317ZoneMayDelegateAPart() {
        var zone = records(declared(
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
    void aZoneDelegatedAsAWholeIsLeftOut() {
        var zones = records(declared(
                List.of("198.51.100.0/22"),
                Map.of("198.51.100.1", "hidden.example.org"),
                Map.of("198.51.100.0/23", List.of("ns.member.example"))));

        assertThat(zones).containsOnlyKeys("102.51.198.in-addr.arpa", "103.51.198.in-addr.arpa");
    }

    @Test
    void singleIpv6AddressesHaveAZoneOrDelegation() {
        assertThat(records(declared(List.of("2001:db8::1"), Map.of("2001:db8::1", "a.example.org"), Map.of()))
                        .values())
                .containsExactly(List.of("@ IN PTR a.example.org."));
        assertThat(records(declared(
                                List.of("2001:db8::/124"),
                                Map.of(),
                                Map.of("2001:db8::f", List.of("ns.member.example"))))
                        .values())
                .containsExactly(List.of("f IN NS ns.member.example."));
    }
}
