package org.jadhere.network.dns;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jadhere.platform.db.IpPrefix;

/**
 * Where addresses stand in the reverse tree of the DNS: by octets in in-addr.arpa (RFC 1035 section 3.5), by nibbles in
 * ip6.arpa (RFC 3596 section 2.5), and, below a /24, in a zone of its own beside the addresses (RFC 2317), whose name has
 * a hyphen where the RFC's examples have a slash, which not everybody takes in a name (its section 4).
 */
final class ArpaNames {

    private static final int OCTET = 8;
    private static final int NIBBLE = 4;
    private static final int LONGEST_BY_OCTETS = 24;
    private static final IpPrefix ALL_IPV4 = IpPrefix.parse("0.0.0.0/0");
    private static final IpPrefix ALL_IPV6 = IpPrefix.parse("::/0");

    private ArpaNames() {}

    /** Whether the tree has no place for a range but the one that RFC 2317 makes beside it. */
    static boolean isClassless(IpPrefix range) {
        return range.isIpv4() && range.length() > LONGEST_BY_OCTETS;
    }

    /** A range in parts that have a place of their own each: cut to the next octet or nibble, or whole where it is classless. */
    static List<IpPrefix> parts(IpPrefix range) {
        int unit = unit(range);
        int cut = isClassless(range) ? range.length() : Math.max(unit, (range.length() + unit - 1) / unit * unit);
        return IntStream.range(0, 1 << (cut - range.length()))
                .mapToObj(n -> range.part(cut, n))
                .toList();
    }

    /** The name of the zone of a part, without the final dot. */
    static String zone(IpPrefix part) {
        String root = part.isIpv4() ? "in-addr.arpa" : "ip6.arpa";
        return isClassless(part)
                ? join(classless(part), labels(part, 0, 3), root)
                : join(labels(part, 0, part.length() / unit(part)), root);
    }

    /** Where an address, or a part that is not classless, stands in a zone that contains it: relative to the zone. */
    static String owner(IpPrefix zone, IpPrefix part) {
        int from = isClassless(zone) ? 3 : zone.length() / unit(zone);
        String labels = labels(part, from, part.length() / unit(part));
        return labels.isEmpty() ? "@" : labels;
    }

    /** The place beside its addresses of a classless part of a zone. */
    static String child(IpPrefix zone, IpPrefix part) {
        int from = isClassless(zone) ? 3 : zone.length() / OCTET;
        return join(classless(part), labels(part, from, 3));
    }

    private static String classless(IpPrefix part) {
        return digits(part).getLast() + "-" + part.length();
    }

    private static int unit(IpPrefix range) {
        return range.isIpv4() ? OCTET : NIBBLE;
    }

    /** The digits of an address from one to before another, the last first. */
    private static String labels(IpPrefix range, int from, int to) {
        if (from >= to) {
            return "";
        }
        var labels = new ArrayList<>(digits(range).subList(from, to));
        Collections.reverse(labels);
        return String.join(".", labels);
    }

    private static List<String> digits(IpPrefix range) {
        int unit = unit(range);
        BigInteger address = (range.isIpv4() ? ALL_IPV4 : ALL_IPV6).distance(range);
        return IntStream.iterate(range.bits() - unit, shift -> shift >= 0, shift -> shift - unit)
                .mapToObj(shift -> address.shiftRight(shift).intValue() & ((1 << unit) - 1))
                .map(digit -> Integer.toString(digit, range.isIpv4() ? 10 : 16))
                .toList();
    }

    private static String join(String... names) {
        return String.join(
                ".", List.of(names).stream().filter(name -> !name.isEmpty()).toList());
    }
}
