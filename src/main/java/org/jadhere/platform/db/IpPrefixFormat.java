package org.jadhere.platform.db;

import java.util.StringJoiner;

/** Formats addresses as text. */
final class IpPrefixFormat {

    private IpPrefixFormat() {}

    static String dotted(byte[] ipv4) {
        var text = new StringJoiner(".");
        for (byte part : ipv4) {
            text.add(Integer.toString(Byte.toUnsignedInt(part)));
        }
        return text.toString();
    }

    /** RFC 5952, section 4: lower case, no leading zeros, "::" for the first longest run of two or more zero groups. */
    static String rfc5952(byte[] ipv6) {
        int[] run = longestZeros(ipv6);
        if (run[1] < 2) {
            return groups(ipv6, 0, 8);
        }
        return groups(ipv6, 0, run[0]) + "::" + groups(ipv6, run[0] + run[1], 8);
    }

    private static String groups(byte[] ipv6, int from, int to) {
        var text = new StringJoiner(":");
        for (int group = from; group < to; group++) {
            text.add(Integer.toHexString(group(ipv6, group)));
        }
        return text.toString();
    }

    private static int[] longestZeros(byte[] ipv6) {
        int[] best = {0, 0};
        for (int start = 0; start < 8; start++) {
            int end = start;
            while (end < 8 && group(ipv6, end) == 0) {
                end++;
            }
            if (end - start > best[1]) {
                best = new int[] {start, end - start};
            }
        }
        return best;
    }

    private static int group(byte[] ipv6, int index) {
        return Byte.toUnsignedInt(ipv6[index * 2]) << 8 | Byte.toUnsignedInt(ipv6[index * 2 + 1]);
    }
}
