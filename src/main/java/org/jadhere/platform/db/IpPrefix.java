package org.jadhere.platform.db;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 prefix; a single address is a /32 or a /128. Parses any spelling and has one text form: IPv6 as in
 * RFC 5952, a single address without its length, IPv4-mapped IPv6 as IPv4. Immutable; two prefixes are equal if they
 * have the same addresses.
 */
public final class IpPrefix implements Comparable<IpPrefix> {

    // Checked before InetAddress, which also accepts 1.2 and 0x7f.
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");
    private static final int MAPPED = 96;

    private final byte[] bytes;
    private final int length;

    private IpPrefix(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * Parses an address or a prefix.
     *
     * @throws IllegalArgumentException if the text is invalid or has bits set after the prefix length
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        byte[] bytes = address(slash < 0 ? text : text.substring(0, slash));
        int bits = bytes.length * 8;
        int length = slash < 0 ? bits : length(text.substring(slash + 1), bits, text);
        var prefix = new IpPrefix(bytes, length);
        if (bits == 128 && prefix.isMapped()) {
            prefix = new IpPrefix(Arrays.copyOfRange(bytes, 12, 16), length - MAPPED);
        }
        if (!prefix.equals(prefix.masked(prefix.length))) {
            throw new IllegalArgumentException(
                    "%s has bits after its length; the prefix is %s".formatted(text, prefix.masked(prefix.length)));
        }
        return prefix;
    }

    private static byte[] address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(text).getAddress();
            return text.indexOf(':') >= 0 && bytes.length == 4 ? mapped(bytes) : bytes;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
    }

    /** Java returns ::ffff:192.0.2.1 as IPv4; the typed prefix length still refers to 128 bits. */
    private static byte[] mapped(byte[] ipv4) {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(ipv4, 0, bytes, 12, 4);
        return bytes;
    }

    private static int length(String digits, int bits, String text) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
            throw new IllegalArgumentException("not a prefix length, 0 to %d: %s".formatted(bits, text));
        }
        return Integer.parseInt(digits);
    }

    private boolean isMapped() {
        return length >= MAPPED && Arrays.equals(bytes, 0, 12, mapped(new byte[4]), 0, 12);
    }

    /** The prefix of this length that contains this address; a longer length than its own is an error. */
    public IpPrefix within(int bits) {
        if (bits > length) {
            throw new IllegalArgumentException("%s has no prefix of length %d".formatted(this, bits));
        }
        return new IpPrefix(masked(bits).bytes, bits);
    }

    private IpPrefix masked(int bits) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            masked[i] &= (byte) (0xff << (8 - kept));
        }
        return new IpPrefix(masked, length);
    }

    public boolean isIpv4() {
        return bytes.length == 4;
    }

    public boolean isSingleAddress() {
        return length == bytes.length * 8;
    }

    public int length() {
        return length;
    }

    /** The number of bits of an address of this family: 32 or 128. */
    public int bits() {
        return bytes.length * 8;
    }

    public IpPrefix first() {
        return new IpPrefix(bytes, bits());
    }

    public IpPrefix last() {
        return part(bits(), addresses().subtract(BigInteger.ONE));
    }

    /** The number of addresses. */
    public BigInteger addresses() {
        return BigInteger.ONE.shiftLeft(bits() - length);
    }

    /** The number of addresses from the first of this prefix to the first of the other; negative if that one is lower. */
    public BigInteger distance(IpPrefix other) {
        return new BigInteger(1, other.bytes).subtract(new BigInteger(1, bytes));
    }

    /** Whether the two have an address in common. */
    public boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    /** Whether every address of the other prefix is in this one. */
    public boolean contains(IpPrefix other) {
        return bytes.length == other.bytes.length
                && length <= other.length
                && Arrays.equals(bytes, other.masked(length).bytes);
    }

    /** The subprefix number n, counted from 0, of a length. The caller ensures that n exists. */
    public IpPrefix part(int partLength, long n) {
        return part(partLength, BigInteger.valueOf(n));
    }

    public IpPrefix part(int partLength, BigInteger n) {
        BigInteger first = new BigInteger(1, bytes);
        byte[] part = first.add(n.shiftLeft(bits() - partLength)).toByteArray();
        byte[] whole = new byte[bytes.length];
        int count = Math.min(part.length, whole.length); // BigInteger may add a leading zero byte as its sign
        System.arraycopy(part, part.length - count, whole, whole.length - count, count);
        return new IpPrefix(whole, partLength);
    }

    /** The order of PostgreSQL's {@code inet}: IPv4 first, then by network. */
    @Override
    public int compareTo(IpPrefix other) {
        if (bytes.length != other.bytes.length) {
            return Integer.compare(bytes.length, other.bytes.length);
        }
        int common = Math.min(length, other.length);
        int byNetwork = Arrays.compareUnsigned(masked(common).bytes, other.masked(common).bytes);
        if (byNetwork != 0) {
            return byNetwork;
        }
        int byLength = Integer.compare(length, other.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpPrefix that && length == that.length && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + length;
    }

    @Override
    public String toString() {
        return isSingleAddress() ? address() : address() + "/" + length;
    }

    private String address() {
        return isIpv4() ? IpPrefixFormat.dotted(bytes) : IpPrefixFormat.rfc5952(bytes);
    }
}
