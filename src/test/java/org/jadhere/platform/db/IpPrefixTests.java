package org.jadhere.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing, notation, order and containment of addresses and prefixes. */
class IpPrefixTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7",
        "192.0.2.0/24, 192.0.2.0/24",
        "0.0.0.0/0, 0.0.0.0/0",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8::1/128, 2001:db8::1",
        "2001:0db8:0001::/48, 2001:db8:1::/48",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "::/0, ::/0",
        "::1, ::1",
        "fe80::, fe80::",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::ffff:c000:207, 192.0.2.7",
        "::ffff:192.0.2.0/120, 192.0.2.0/24",
    })
    void everySpellingHasOneNotation(String typed, String written) {
        assertThat(IpPrefix.parse(typed)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1.2",
                "1.2.3",
                "256.0.0.1",
                "01.2.3.4",
                "0x7f.0.0.1",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/",
                "2001:db8::/129",
                "2001:db8:::1",
                "12345::",
                "example.org",
                "192.0.2.7/24",
                "2001:db8::1/64",
                "fe80::1%eth0",
                "1:2:3:4:5:6:7:8:9"
            })
    void invalidAddressesAndHostBitsAreRejected(String typed) {
        assertThatThrownBy(() -> IpPrefix.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prefixesSortInNetworkOrderIpv4First() {
        var written = Stream.of(
                "2001:db8::/32", "10.0.0.0/8", "192.0.2.7", "2001:db8::1", "10.0.0.0/16", "9.0.0.0/8", "192.0.2.0/24");

        assertThat(written.map(IpPrefix::parse).sorted().map(IpPrefix::toString))
                .containsExactly(
                        "9.0.0.0/8",
                        "10.0.0.0/8",
                        "10.0.0.0/16",
                        "192.0.2.0/24",
                        "192.0.2.7",
                        "2001:db8::/32",
                        "2001:db8::1");
    }

    @Test
    void aPrefixContainsItsAddressesOnly() {
        var prefix = IpPrefix.parse("2001:db8:1::/48");

        assertThat(prefix.contains(IpPrefix.parse("2001:db8:1:ffff::/64"))).isTrue();
        assertThat(prefix.contains(IpPrefix.parse("2001:db8:2::1"))).isFalse();
        assertThat(prefix.contains(IpPrefix.parse("2001:db8::/32"))).isFalse();
        assertThat(prefix.contains(IpPrefix.parse("10.0.0.1"))).isFalse();
    }
}
