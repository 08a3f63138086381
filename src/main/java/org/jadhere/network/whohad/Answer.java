package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.Locale;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/** The answer of the records to a question. Only {@link One}, which leaves no doubt, contains a name. */
sealed interface Answer {

    /** An answer from the single allocation that contains the whole address or prefix of the question. */
    sealed interface FromAllocation extends Answer {
        FoundAllocation allocation();

        PastService service();
    }

    /**
     * The allocation that contains the address or prefix of the question.
     *
     * @param knownSince when it was recorded
     */
    record FoundAllocation(
            IpPrefix address, Instant from, @Nullable Instant until, Instant knownSince) {}

    /** A member held the service on the day of the question. */
    record One(FoundAllocation allocation, PastService service, PastHolding holding) implements FromAllocation {}

    /** The service was in service without a member: before its first holding, between two, or after the last. */
    record NoHolder(FoundAllocation allocation, PastService service) implements FromAllocation {}

    /** The service had ended, and the allocation ran on. */
    record Ended(FoundAllocation allocation, PastService service) implements FromAllocation {}

    /** The service had not begun. */
    record NotStarted(FoundAllocation allocation, PastService service) implements FromAllocation {}

    /**
     * Several services match, or the question is wider than one allocation. Contains no names, since an ambiguous
     * answer would accuse the innocent.
     *
     * @param candidates their number, at most {@link AllocationLookup#MAX_CANDIDATES}
     */
    record Several(int candidates) implements Answer {}

    /** Used or reserved by the association itself. */
    record Own(IpPrefix prefix, String use) implements Answer {}

    /** Within the prefixes of the association, without a holder. */
    record Unassigned(@Nullable IpPrefix prefix) implements Answer {}

    /** Outside the known prefixes and allocations of the association. */
    record NotOurs() implements Answer {}

    /** Before the start of the retention period. */
    record NotKept(Instant since) implements Answer {}

    /** The records of that time are lost. */
    record Gap(IpPrefix prefix, @Nullable Instant from, Instant until, String cause) implements Answer {}

    /** The word for this kind of answer in the journal, such as {@code not_ours}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
