package org.jadhere.network.addresses;

import java.util.List;
import java.util.stream.LongStream;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * Services to be prepared at once, each with an address or prefix of its own out of a range.
 *
 * @param size the length of the prefix that each gets; 32 or 128 is a single address
 * @param edges whether the first and the last address of an IPv4 range are given as well
 * @param label {@code {n}} stands for the number, {@code {address}} for the address
 */
public record ServiceBatch(long typeId, int count, IpPrefix range, int size, boolean edges, String label) {

    static final int LARGEST = 500;

    /** One service to be. */
    public record Draft(String label, IpPrefix address) {}

    /** The first free parts of the range, in order; fewer than wanted where it is too full. */
    List<Draft> drafts(List<IpPrefix> taken) {
        var free = parts().mapToObj(n -> range.part(size, n))
                .filter(part -> taken.stream().noneMatch(held -> held.contains(part) || part.contains(held)))
                .limit(count)
                .toList();
        return LongStream.range(0, free.size())
                .mapToObj(n -> new Draft(label(n + 1, free.get((int) n)), free.get((int) n)))
                .toList();
    }

    /** Enough of them to find the wanted number beside those taken, and never all of a large IPv6 prefix. */
    private LongStream parts() {
        int bits = size - range.length();
        long all = bits >= 20 ? 1L << 20 : 1L << bits;
        boolean edgesLeft = !edges && range.isIpv4() && size == 32 && bits > 1;
        return edgesLeft ? LongStream.range(1, all - 1) : LongStream.range(0, all);
    }

    private String label(long n, IpPrefix address) {
        return label.replace("{n}", String.valueOf(n)).replace("{address}", address.toString());
    }

    /** What stands against the size, as a message key. */
    static @Nullable String fault(IpPrefix range, int size) {
        int bits = range.isIpv4() ? 32 : 128;
        return size < range.length() || size > bits ? "error.prefix-size" : null;
    }
}
