package org.jadhere.network.dns;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jadhere.platform.db.IpPrefix;

/**
 * Names of the reverse tree: by octets in in-addr.arpa (RFC 1035 section 3.5), by nibbles in ip6.arpa (RFC 3596
 * section 2.5). A range below a /24 has a classless zone (RFC 2317), named with a hyphen instead of a slash, since some
 * software rejects a slash in a name (its section 4).
 */
final class ArpaNames {

    private static final int OCTET = 8;
    private static final int NIBBLE = 4;
    private static final int MAX_CLASSFUL_LENGTH = 24;
    private static final IpPrefix ALL_IPV4 = IpPrefix.parse("0.0.0.0/0");
    private static final IpPrefix ALL_IPV6 = IpPrefix.parse("::/0");

    private ArpaNames() {}

    /** Whether the range is smaller than a label of the tree, so that only RFC 2317 can name it. */
    static boolean isClassless(IpPrefix range) {
        return range.isIpv4() && range.length() > MAX_CLASSFUL_LENGTH;
    }

    /** Splits a range at the next octet or nibble, so that each part has a name; a classless range stays whole. */
    static List<IpPrefix> parts(IpPrefix range) {
        int unit = unit(range);
        int length = isClassless(range) ? range.length() : Math.max(unit, (range.length() + unit - 1) / unit * unit);
        return IntStream.range(0, 1 << (length - range.length()))
                .mapToObj(n -> range.part(length, n))
                .toList();
    }

    /** The name of the zone of a part, without the final dot. */
    static String zone(IpPrefix part) {
        String root = part.isIpv4() ? "in-addr.arpa" : "ip6.arpa";
        return isClassless(part)
                ? join(classlessLabel(part), labels(part, 0, 3), root)
                : join(labels(part, 0, part.length() / unit(part)), root);
    }

    /** The owner name, relative to the zone, of an address or of a part that is not classless. */
    static String owner(IpPrefix zone, IpPrefix part) {
        int from = isClassless(zone) ? 3 : zone.length() / unit(zone);
        String labels = labels(part, from, part.length() / unit(part));
        return labels.isEmpty() ? "@" : labels;
    }

    /** The owner name, relative to the zone, of a classless part. */
    static String child(IpPrefix zone, IpPrefix part) {
        int from = isClassless(zone) ? 3 : zone.length() / OCTET;
        return join(classlessLabel(part), labels(part, from, 3));
    }

    private static String classlessLabel(IpPrefix part) {
        return digits(part).getLast() + "-" + part.length();
    }

    private static int unit(IpPrefix range) {
        return range.isIpv4() ? OCTET : NIBBLE;
    }

    /** The labels of the digits from (included) to (excluded), in reverse order. */
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
