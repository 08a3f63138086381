package org.jadhere.network.dns;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jadhere.network.publishing.CheckZone;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.NameServers;
import org.jadhere.platform.db.IpPrefix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In random zones each name is once in the zone where a resolver looks for it, and never below a delegation. */
class ZonePropertyTests {

    private static final NameServers SERVERS =
            new NameServers("ns1.example.org", List.of(), "hostmaster@example.org", 3600, 3600);

    private record Full(String owner, Zone.Type type, String value, String zone) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eachNameIsInTheZoneOfItsAddress(long seed) {
        var random = new Random(seed);
        var declared = declared(random);
        var lines = lines(declared.zones());

        var pointers = lines.stream().filter(line -> line.type == Zone.Type.PTR).collect(groupingBy(Full::owner));
        Map<String, String> expected = new HashMap<>();
        declared.names().forEach((address, name) -> {
            if (declared.delegations().keySet().stream().noneMatch(prefix -> prefix.contains(address))) {
                expected.put(ownerOf(address, declared), name.absolute());
            }
        });
        assertThat(pointers.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        pointers.forEach((owner, found) -> assertThat(found)
                .as("seed %d, %s", seed, owner)
                .singleElement()
                .satisfies(line -> assertThat(line.value()).isEqualTo(expected.get(owner))));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void noRecordsExistBelowADelegation(long seed) {
        var lines = lines(declared(new Random(seed)).zones());
        var cuts = lines.stream()
                .filter(line -> line.type == Zone.Type.NS)
                .map(Full::owner)
                .distinct()
                .toList();

        assertThat(lines.stream().filter(line -> line.type != Zone.Type.NS))
                .as("seed %d", seed)
                .noneMatch(line ->
                        cuts.stream().anyMatch(cut -> line.owner.equals(cut) || line.owner.endsWith("." + cut)));
        assertThat(lines.stream().filter(line -> line.type != Zone.Type.NS).map(Full::owner))
                .as("seed %d: a CNAME is the only record of its owner", seed)
                .doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.type == Zone.Type.CNAME))
                .as("seed %d: a CNAME points into a delegation", seed)
                .allMatch(line -> cuts.stream().anyMatch(cut -> line.value.endsWith("." + cut)));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void bindLoadsAllZones(long seed) {
        var declared = declared(new Random(seed));

        for (Zone zone : declared.zones()) {
            String text = new ZoneFile(zone, SERVERS, 7).text();
            assertThat(CheckZone.complaintsAbout(zone.origin(), text))
                    .as("seed %d: %s", seed, text)
                    .isEmpty();
        }
    }

    /** The owner name by RFC 1035, 2317 and 3596, computed from the text of the address, unlike in the program. */
    private static String ownerOf(IpPrefix address, ZoneData declared) {
        if (!address.isIpv4()) {
            var hex = new StringBuilder("%032x".formatted(IpPrefix.parse("::/0").distance(address)));
            return String.join(".", hex.reverse().toString().split("")) + ".ip6.arpa";
        }
        String[] octets = address.toString().split("\\.");
        String network = "%s.%s.%s.in-addr.arpa".formatted(octets[2], octets[1], octets[0]);
        var beside = declared.prefixes().stream()
                .filter(prefix -> prefix.contains(address))
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .filter(prefix -> prefix.length() > 24)
                .map(prefix -> ".%s-%d".formatted(prefix.first().toString().split("\\.")[3], prefix.length()))
                .orElse("");
        return octets[3] + beside + "." + network;
    }

    private static List<Full> lines(List<Zone> zones) {
        var lines = new ArrayList<Full>();
        for (Zone zone : zones) {
            for (Zone.Line line : zone.lines()) {
                String owner = line.owner().equals("@") ? zone.origin() : line.owner() + "." + zone.origin();
                String value = line.type() == Zone.Type.CNAME ? line.value() + "." + zone.origin() : line.value();
                lines.add(new Full(owner, line.type(), value, zone.origin()));
            }
        }
        return lines;
    }

    private static ZoneData declared(Random random) {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            prefixes.add(part(random, IpPrefix.parse("10.0.0.0/12"), 13, 32));
            prefixes.add(part(random, IpPrefix.parse("2001:db8::/32"), 33, 128));
        }
        var names = new TreeMap<IpPrefix, HostName>();
        var delegations = new TreeMap<IpPrefix, List<HostName>>();
        for (int i = 0; i < 60; i++) {
            IpPrefix around = prefixes.get(random.nextInt(prefixes.size()));
            names.put(
                    part(random, around, around.bits(), around.bits()),
                    new HostName("host-%d.example.org".formatted(i)));
            IpPrefix delegated = part(random, around, around.length(), Math.min(around.bits(), around.length() + 12));
            if (i % 4 == 0 && delegations.keySet().stream().noneMatch(delegated::overlaps)) {
                delegations.put(delegated, List.of(new HostName("ns%d.member.example".formatted(i))));
            }
        }
        return new ZoneData(SERVERS, 1, prefixes, names, delegations);
    }

    private static IpPrefix part(Random random, IpPrefix around, int shortest, int longest) {
        int length = shortest + random.nextInt(longest - shortest + 1);
        return around.part(length, new BigInteger(length - around.length(), random));
    }
}
