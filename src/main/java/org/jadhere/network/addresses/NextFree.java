package org.jadhere.network.addresses;

import static org.jadhere.platform.web.Texts.t;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a pool can give next: its own size first, then those that people ask for. */
@Component
public class NextFree {

    private static final int[] IPV6 = {48, 56, 60, 64};

    private final Prefixes prefixes;
    private final FreeBlocks room;

    NextFree(Prefixes prefixes, FreeBlocks room) {
        this.prefixes = prefixes;
        this.room = room;
    }

    /**
     * One size.
     *
     * @param part the next free one; empty where there is no room
     * @param rested when there will be, if something rests
     */
    public record Offer(int length, String part, @Nullable Instant rested) {}

    /** Nothing where the prefix is no pool. */
    @Transactional(readOnly = true)
    public List<Offer> of(Prefix prefix) {
        if (!prefix.isPool()) {
            return List.of();
        }
        return lengths(prefix).mapToObj(length -> offer(prefix, length)).toList();
    }

    private Offer offer(Prefix prefix, int length) {
        String part = room.next(prefix, length).map(IpPrefix::toString).orElse("");
        Instant rested = part.isEmpty() ? room.nextRested(prefix, length).orElse(null) : null;
        return new Offer(length, part, rested);
    }

    /** Each pool with what it gives, as a form offers them: {@link AllocationForm#part} reads the answer. */
    public List<Option> choices() {
        return prefixes.all().stream()
                .filter(line -> line.prefix().isPool())
                .flatMap(line -> lengths(line.prefix()).mapToObj(length -> choice(line, length)))
                .toList();
    }

    private static Option choice(PrefixLine line, int length) {
        Prefix pool = line.prefix();
        return new Option(
                pool.id() + "/" + length,
                t("address.pool", pool.range(), length, line.use().percent(), pool.description()));
    }

    private static IntStream lengths(Prefix prefix) {
        var usual = prefix.range().isIpv4() ? IntStream.of(32) : IntStream.of(IPV6);
        var own = Stream.ofNullable(prefix.partLength()).mapToInt(Integer::intValue);
        return IntStream.concat(own, usual)
                .filter(length -> length >= prefix.range().length())
                .distinct();
    }
}
