package org.jadhere.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the database on another machine, a little behind. It is asked only where question and request both allow an
 * old answer, and only while it is known not to be older than {@code jadhere.database.standby-lag}; in all other cases,
 * and whenever it fails, the primary answers. See docs/decisions/0020.
 */
public final class Standby implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

    /** Long enough for a machine in the next room; who waits longer is better answered by the primary. */
    private static final long PATIENCE_MS = 1_000;

    private final HikariDataSource pool;
    private final ReplicationLag lag;
    private boolean inUse = true;

    Standby(HikariDataSource primary, String url, Duration most) {
        this.pool = poolLike(primary, url);
        this.lag = new ReplicationLag(primary, pool, most);
    }

    /** Within the act, a standby may be asked what {@link StandbyRead} marks. */
    public static <R, X extends Throwable> R allowing(ScopedValue.CallableOp<? extends R, X> act) throws X {
        return ScopedValue.where(ALLOWED, true).call(act);
    }

    /** How long after a write a reader must not be answered from here, so as to see what they wrote. */
    public static Duration stickinessAfterWrite(Duration most) {
        return most.plusSeconds(10);
    }

    private static HikariDataSource poolLike(HikariDataSource primary, String url) {
        var settings = new HikariConfig();
        primary.copyStateTo(settings);
        settings.setPoolName("standby");
        settings.setJdbcUrl(url);
        settings.setUsername(primary.getUsername());
        settings.setPassword(primary.getPassword());
        settings.setReadOnly(true);
        settings.setConnectionTimeout(PATIENCE_MS);
        settings.setValidationTimeout(PATIENCE_MS);
        settings.setInitializationFailTimeout(-1); // it may be away when the program starts
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }

    /** Whether it would be asked, in this request and at this moment. Asks the database now and then. */
    boolean isWelcome() {
        if (!ALLOWED.isBound()) {
            return false;
        }
        boolean fresh = lag.isWithinLimit();
        tell(fresh, lag.reason());
        return fresh;
    }

    /** None where it does not answer at once: then the primary has to. */
    Optional<Connection> connection() {
        try {
            return Optional.of(pool.getConnection());
        } catch (SQLException e) {
            leave(e);
            return Optional.empty();
        }
    }

    /** It failed: not asked again before a while. */
    void leave(Exception failure) {
        lag.forget(failure);
        tell(false, lag.reason());
    }

    /** Once when it changes, however many requests notice. */
    private synchronized void tell(boolean now, String reason) {
        if (now != inUse) {
            inUse = now;
            LOG.warn(now ? "lists are read from the standby again" : "lists are read from the primary: {}", reason);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
