package org.jadhere.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * How far a standby is behind. It has the state of an instant if it has replayed the log to where the primary was then;
 * so neither clocks matter nor what the standby believes, which knows nothing of what it has not received. Looked at on
 * demand and not more often than needed, by one request while the others go by what was known.
 */
final class ReplicationLag {

    /** A server that does not answer is left alone for this long. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int LOOKS_PER_LIMIT = 6;

    private static final String END_OF_LOG = "select pg_current_wal_lsn() - '0/0'";
    private static final String REPLAYED =
            "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() - '0/0' end";

    private final DataSource primary;
    private final DataSource standby;
    private final long limit;
    private final long period;
    private final Deque<Place> places = new ArrayDeque<>();
    private final ReentrantLock looking = new ReentrantLock();

    private volatile long nextLook;
    private volatile Knowledge known;

    /** Where the log of the primary ended at an instant (of System.nanoTime). */
    private record Place(long at, long position) {}

    /** The standby has all that was written until an instant, or, for a reason, nothing is known. */
    private record Knowledge(boolean any, long until, String reason) {

        static Knowledge none(String reason) {
            return new Knowledge(false, 0, reason);
        }
    }

    ReplicationLag(DataSource primary, DataSource standby, Duration limit) {
        this.primary = primary;
        this.standby = standby;
        this.limit = limit.toNanos();
        this.period = this.limit / LOOKS_PER_LIMIT;
        this.nextLook = System.nanoTime();
        this.known = Knowledge.none("not looked at yet");
    }

    boolean isWithinLimit() {
        if (System.nanoTime() - nextLook >= 0 && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        var now = known;
        return now.any() && System.nanoTime() - now.until() <= limit;
    }

    String reason() {
        var now = known;
        return now.any()
                ? "the standby is more than " + Duration.ofNanos(limit).toSeconds() + " s behind"
                : now.reason();
    }

    void forget(Exception failure) {
        known = Knowledge.none("the standby does not answer: " + failure.getMessage());
        nextLook = System.nanoTime() + PAUSE.toNanos();
    }

    private void look() {
        try {
            places.addLast(place());
            long replayed = number(standby, REPLAYED);
            learn(replayed);
            nextLook = System.nanoTime() + period;
        } catch (SQLException e) {
            forget(e);
        }
    }

    /** The instant is that before the question, so that the lag is never told smaller than it is. */
    private Place place() throws SQLException {
        long now = System.nanoTime();
        return new Place(now, number(primary, END_OF_LOG));
    }

    private void learn(long replayed) {
        places.removeIf(place -> System.nanoTime() - place.at() > limit + period);
        places.stream()
                .filter(place -> place.position() <= replayed)
                .reduce((earlier, later) -> later)
                .ifPresentOrElse(
                        place -> known = new Knowledge(true, place.at(), ""),
                        () -> known = known.any()
                                ? known
                                : Knowledge.none("the standby is behind, by how much is not known yet"));
    }

    private static long number(DataSource server, String question) throws SQLException {
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            long number = answer.getLong(1);
            if (answer.wasNull()) {
                throw new SQLException("it is no standby");
            }
            return number;
        }
    }
}
