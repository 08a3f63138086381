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
 * Which incidents become a mail: the first of a kind at once, then one an hour that says how many there were since; no
 * more than thirty mails an hour in all. Remembers a hundred kinds, and of each the latest incident.
 */
final class AlertThrottle {

    static final int KINDS = 100;
    static final int MAILS = 30;
    static final Duration PAUSE = Duration.ofHours(1);

    private static final class State {
        private @Nullable Incident latest;
        private long since;
        private @Nullable Instant told;
    }

    /**
     * What is to be told now.
     *
     * @param latest the last of its kind
     * @param count how many there were since the last mail about them; of the first, since the first
     * @param again whether there was a mail about this kind before
     */
    record Report(Incident latest, long count, boolean again) {}

    private final Map<String, State> kinds = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Instant> mails = new ArrayDeque<>();
    private long noted;
    private long reported;

    /** Takes an incident to mind. */
    synchronized void note(Incident incident) {
        var state = kinds.computeIfAbsent(incident.kind(), kind -> new State());
        state.latest = incident;
        state.since++;
        noted++;
        if (kinds.size() > KINDS) {
            kinds.remove(kinds.keySet().iterator().next()); // the one that was not heard of for longest
        }
    }

    /** What is to be told at this moment; taken as told from then on. */
    synchronized Optional<Report> next(Instant now) {
        while (!mails.isEmpty() && !mails.peek().isAfter(now.minus(PAUSE))) {
            mails.remove();
        }
        return mails.size() >= MAILS
                ? Optional.empty()
                : kinds.values().stream()
                        .filter(state -> isDue(state, now))
                        .findFirst()
                        .map(state -> tell(state, now));
    }

    private static boolean isDue(State state, Instant now) {
        return state.since > 0 && (state.told == null || !now.isBefore(state.told.plus(PAUSE)));
    }

    private Report tell(State state, Instant now) {
        var latest = Objects.requireNonNull(state.latest);
        var report = new Report(latest, state.since, state.told != null);
        state.since = 0;
        state.told = now;
        mails.add(now);
        reported++;
        return report;
    }

    /** How many incidents had no mail of their own: they are in the log, and in the count of a later mail. */
    synchronized long suppressed() {
        return noted - reported;
    }
}
