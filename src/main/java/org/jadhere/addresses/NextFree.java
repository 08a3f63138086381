package org.jadhere.addresses;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.db.IpPrefix;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a pool can give next, in the sizes that people ask for. */
@Component
public class NextFree {

    private static final int[] IPV6 = {48, 56, 60, 64};

    private final Room room;

    NextFree(Room room) {
        this.room = room;
    }

    /**
     * One size.
     *
     * @param part the next free one; empty where there is no room
     */
    public record Offer(int length, String part) {}

    /** Nothing where the prefix is no pool. */
    @Transactional(readOnly = true)
    public List<Offer> of(Prefix prefix) {
        if (!prefix.isPool()) {
            return List.of();
        }
        return lengths(prefix)
                .mapToObj(length -> new Offer(
                        length,
                        room.next(prefix, length).map(IpPrefix::toString).orElse("")))
                .toList();
    }

    private static IntStream lengths(Prefix prefix) {
        var usual = prefix.range().isIpv4() ? IntStream.of(32) : IntStream.of(IPV6);
        var own = Stream.ofNullable(prefix.partLength()).mapToInt(Integer::intValue);
        return IntStream.concat(usual, own)
                .filter(length -> length >= prefix.range().length())
                .distinct()
                .sorted();
    }
}
