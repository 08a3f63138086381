package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.Locale;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/** What the records say to a question: exactly one of these. A name is told only where there is no doubt. */
public sealed interface Answer {

    /**
     * One service held all of it.
     *
     * @param address the allocated address or prefix that contains what was asked for
     * @param knownSince when it was written down that it was held
     */
    record One(IpPrefix address, Instant from, @Nullable Instant until, Instant knownSince, PastService holding)
            implements Answer {}

    /**
     * Several may be meant, or what was asked for is wider than what one of them held: no names, an ambiguous answer
     * accuses the innocent.
     *
     * @param candidates how many, up to {@link AllocationLookup#MOST}
     */
    record Several(int candidates) implements Answer {}

    /** The association's own, or kept free by it. */
    record Own(IpPrefix prefix, String use) implements Answer {}

    /** Ours, and nobody held it. */
    record Unassigned(@Nullable IpPrefix prefix) implements Answer {}

    /** Never within the association's prefixes, as far as is known. */
    record NotOurs() implements Answer {}

    /** Older than what is kept, which begins at this instant. */
    record NotKept(Instant since) implements Answer {}

    /** The records of that time are missing. */
    record Gap(IpPrefix prefix, @Nullable Instant from, Instant until, String cause) implements Answer {}

    /** As the journal writes it. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
