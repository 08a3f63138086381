package org.jadhere.network.addresses;

import java.util.List;
import java.util.stream.LongStream;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * Services to prepare at once, each with an address or prefix of its own from a range.
 *
 * @param size the prefix length for each; 32 or 128 is a single address
 * @param edges whether the first and the last address of an IPv4 range are allocated as well
 * @param label {@code {n}} is replaced by the number, {@code {address}} by the address
 */
public record ServiceBatch(long typeId, int count, IpPrefix range, int size, boolean edges, String label) {

    static final int MAX_COUNT = 500;

    /** A service to prepare. */
    public record Draft(String label, IpPrefix address) {}

    /** The first free parts of the range in order; fewer than the count if the range is too full. */
    List<Draft> drafts(List<IpPrefix> heldParts) {
        var free = parts().mapToObj(n -> range.part(size, n))
                .filter(part -> heldParts.stream().noneMatch(held -> held.contains(part) || part.contains(held)))
                .limit(count)
                .toList();
        return LongStream.range(0, free.size())
                .mapToObj(n -> new Draft(label(n + 1, free.get((int) n)), free.get((int) n)))
                .toList();
    }

    /** Limited to 2^20 parts: enough to find the count beside held ones, without listing a large IPv6 prefix. */
    private LongStream parts() {
        int bits = size - range.length();
        long all = bits >= 20 ? 1L << 20 : 1L << bits;
        boolean skipEdges = !edges && range.isIpv4() && size == 32 && bits > 1;
        return skipEdges ? LongStream.range(1, all - 1) : LongStream.range(0, all);
    }

    private String label(long n, IpPrefix address) {
        return label.replace("{n}", String.valueOf(n)).replace("{address}", address.toString());
    }

    /** The message key of the error in the size, if there is one. */
    static @Nullable String sizeError(IpPrefix range, int size) {
        int bits = range.isIpv4() ? 32 : 128;
        return size < range.length() || size > bits ? "error.prefix-size" : null;
    }
}
