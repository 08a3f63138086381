package org.jadhere.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The lag of a standby. It has the data of an instant if it has replayed the write-ahead log up to the primary's position
 * at that instant. This depends neither on clocks nor on the standby's own estimate, which ignores the log that it has not
 * received. Measured on demand, at most every sixth of the limit, by one request while others use the last result.
 */
final class ReplicationLag {

    /** The time without measurements after a failure. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int MEASUREMENTS_PER_LIMIT = 6;

    private static final String WRITTEN = "select pg_current_wal_lsn() - '0/0'";
    private static final String REPLAYED =
            "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() - '0/0' end";

    private final DataSource primary;
    private final DataSource standby;
    private final long limit;
    private final long period;
    private final Deque<Written> written = new ArrayDeque<>();
    private final ReentrantLock measuring = new ReentrantLock();

    private volatile long nextMeasurement;
    private volatile Measured measured;

    /** The end of the primary's log at an instant of {@link System#nanoTime}. */
    private record Written(long at, long position) {}

    /** The standby has all writes until an instant; or, if not known, the reason. */
    private record Measured(boolean known, long until, String reason) {

        static Measured unknown(String reason) {
            return new Measured(false, 0, reason);
        }
    }

    ReplicationLag(DataSource primary, DataSource standby, Duration limit) {
        this.primary = primary;
        this.standby = standby;
        this.limit = limit.toNanos();
        this.period = this.limit / MEASUREMENTS_PER_LIMIT;
        this.nextMeasurement = System.nanoTime();
        this.measured = Measured.unknown("its lag has not been measured yet");
    }

    boolean isWithinLimit() {
        if (System.nanoTime() - nextMeasurement >= 0 && measuring.tryLock()) {
            try {
                measure();
            } finally {
                measuring.unlock();
            }
        }
        var last = measured;
        return last.known() && System.nanoTime() - last.until() <= limit;
    }

    String reason() {
        var last = measured;
        return last.known()
                ? "the standby is more than " + Duration.ofNanos(limit).toSeconds() + " s behind"
                : last.reason();
    }

    void failed(Exception failure) {
        measured = Measured.unknown("the standby does not answer: " + failure.getMessage());
        nextMeasurement = System.nanoTime() + PAUSE.toNanos();
    }

    private void measure() {
        try {
            // The time is taken before the query, so that the lag is never underestimated.
            written.addLast(new Written(System.nanoTime(), position(primary, WRITTEN)));
            update(position(standby, REPLAYED));
            nextMeasurement = System.nanoTime() + period;
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void update(long replayed) {
        written.removeIf(end -> System.nanoTime() - end.at() > limit + period);
        written.stream()
                .filter(end -> end.position() <= replayed)
                .reduce((earlier, later) -> later)
                .ifPresentOrElse(end -> measured = new Measured(true, end.at(), ""), () -> {
                    if (!measured.known()) {
                        measured = Measured.unknown("the standby is behind; by how much is not known yet");
                    }
                });
    }

    private static long position(DataSource server, String query) throws SQLException {
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            long position = result.getLong(1);
            if (result.wasNull()) {
                throw new SQLException("the server is not a standby");
            }
            return position;
        }
    }
}
