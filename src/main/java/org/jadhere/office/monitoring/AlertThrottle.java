package org.jadhere.office.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which incidents are reported by mail: the first of a kind at once, then one report an hour with a count, and
 * at most thirty mails an hour in total. Keeps a hundred kinds, and the latest incident of each.
 */
final class AlertThrottle {

    static final int MAX_KINDS = 100;
    static final int MAX_MAILS = 30;
    static final Duration PAUSE = Duration.ofHours(1);

    private static final class State {
        private @Nullable Incident latest;
        private long count;
        private @Nullable Instant reportedAt;
    }

    /**
     * A report that is due.
     *
     * @param latest the latest incident of its kind
     * @param count the incidents of this kind since the last report, or since the start
     * @param repeated whether this kind was reported before
     */
    record Report(Incident latest, long count, boolean repeated) {}

    private final Map<String, State> kinds = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Instant> mails = new ArrayDeque<>();
    private long recorded;
    private long reported;

    synchronized void record(Incident incident) {
        var state = kinds.computeIfAbsent(incident.kind(), kind -> new State());
        state.latest = incident;
        state.count++;
        recorded++;
        if (kinds.size() > MAX_KINDS) {
            kinds.remove(kinds.keySet().iterator().next()); // the least recently recorded kind
        }
    }

    /** Returns the next report that is due and marks it as sent. */
    synchronized Optional<Report> next(Instant now) {
        while (!mails.isEmpty() && !mails.peek().isAfter(now.minus(PAUSE))) {
            mails.remove();
        }
        return mails.size() >= MAX_MAILS
                ? Optional.empty()
                : kinds.values().stream()
                        .filter(state -> isDue(state, now))
                        .findFirst()
                        .map(state -> report(state, now));
    }

    private static boolean isDue(State state, Instant now) {
        return state.count > 0 && (state.reportedAt == null || !now.isBefore(state.reportedAt.plus(PAUSE)));
    }

    private Report report(State state, Instant now) {
        var latest = Objects.requireNonNull(state.latest);
        var report = new Report(latest, state.count, state.reportedAt != null);
        state.count = 0;
        state.reportedAt = now;
        mails.add(now);
        reported++;
        return report;
    }

    /** Returns the number of incidents without a mail of their own: they are logged and counted in a later mail. */
    synchronized long suppressed() {
        return recorded - reported;
    }
}
