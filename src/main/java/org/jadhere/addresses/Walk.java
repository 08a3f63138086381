package org.jadhere.addresses;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jadhere.db.IpPrefix;

/** Steps through the parts of a block, over what is held and what is kept free. */
final class Walk {

    private final Prefix prefix;
    private final IpPrefix block;
    private final int length;
    private final List<IpPrefix> kept;

    Walk(Prefix prefix, IpPrefix block, int length, List<IpPrefix> kept) {
        this.prefix = prefix;
        this.block = block;
        this.length = length;
        this.kept = kept;
    }

    /** The first part after an address beyond which nothing is held; after none, the first of all. */
    Optional<IpPrefix> after(Optional<IpPrefix> last) {
        return clear(last.map(this::numberAfter).orElse(BigInteger.ZERO));
    }

    /** The first part between those held, which come in order. */
    Optional<IpPrefix> between(Iterator<IpPrefix> held) {
        Optional<IpPrefix> part = clear(BigInteger.ZERO);
        while (part.isPresent() && held.hasNext()) {
            IpPrefix next = held.next();
            if (part.get().overlaps(next)) {
                part = clear(numberAfter(next.last()));
            } else if (next.compareTo(part.get()) > 0) {
                return part;
            }
        }
        return part;
    }

    private BigInteger numberAfter(IpPrefix address) {
        return block.distance(address).shiftRight(block.bits() - length).add(BigInteger.ONE);
    }

    /** From a number on, the first part that may be given. */
    private Optional<IpPrefix> clear(BigInteger from) {
        BigInteger number = from;
        while (number.bitLength() <= length - block.length()) {
            IpPrefix part = block.part(length, number);
            Optional<IpPrefix> obstacle = kept.stream().filter(part::overlaps).findFirst();
            if (obstacle.isEmpty() && !prefix.keepsFree(part)) {
                return Optional.of(part);
            }
            number = number.add(BigInteger.ONE)
                    .max(obstacle.map(other -> numberAfter(other.last())).orElse(BigInteger.ZERO));
        }
        return Optional.empty();
    }
}
