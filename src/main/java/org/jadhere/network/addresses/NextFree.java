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

/** The next free parts of a pool: first of its own part length, then of the usual lengths. */
@Component
public class NextFree {

    private static final int[] USUAL_IPV6 = {48, 56, 60, 64};

    private final Prefixes prefixes;
    private final FreeBlocks freeBlocks;

    NextFree(Prefixes prefixes, FreeBlocks freeBlocks) {
        this.prefixes = prefixes;
        this.freeBlocks = freeBlocks;
    }

    /**
     * The next free part of one length.
     *
     * @param part empty if none is free
     * @param rested if none is free, when the next resting part becomes free
     */
    public record Offer(int length, String part, @Nullable Instant rested) {}

    /** Empty if the prefix is not a pool. */
    @Transactional(readOnly = true)
    public List<Offer> of(Prefix prefix) {
        if (!prefix.isPool()) {
            return List.of();
        }
        return lengths(prefix).mapToObj(length -> offer(prefix, length)).toList();
    }

    private Offer offer(Prefix prefix, int length) {
        String part = freeBlocks.next(prefix, length).map(IpPrefix::toString).orElse("");
        Instant rested = part.isEmpty() ? freeBlocks.nextRested(prefix, length).orElse(null) : null;
        return new Offer(length, part, rested);
    }

    /** The pools and lengths as options of a form; {@link AllocationForm#part} parses the chosen one. */
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
        var usual = prefix.range().isIpv4() ? IntStream.of(32) : IntStream.of(USUAL_IPV6);
        var own = Stream.ofNullable(prefix.partLength()).mapToInt(Integer::intValue);
        return IntStream.concat(own, usual)
                .filter(length -> length >= prefix.range().length())
                .distinct();
    }
}
