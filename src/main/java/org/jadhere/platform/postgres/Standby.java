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
 * A hot standby for reads. It is used only if both the method ({@link StandbyRead}) and the request ({@link #allowing})
 * accept older data, and its lag is known to be at most {@code jadhere.database.standby-lag}; in all other cases, and
 * when it fails, the primary is used. See docs/decisions/0020.
 */
public final class Standby implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

    /** Long enough within one data centre; after that the primary is faster. */
    private static final long TIMEOUT_MS = 1_000;

    private final HikariDataSource pool;
    private final ReplicationLag lag;
    private boolean inUse = true;

    Standby(HikariDataSource primary, String url, Duration maxLag) {
        this.pool = poolLike(primary, url);
        this.lag = new ReplicationLag(primary, pool, maxLag);
    }

    /** Runs an action in which methods annotated with {@link StandbyRead} may read from a standby. */
    public static <R, X extends Throwable> R allowing(ScopedValue.CallableOp<? extends R, X> action) throws X {
        return ScopedValue.where(ALLOWED, true).call(action);
    }

    /** The time after a write in which the same user must read from the primary, to see their own write. */
    public static Duration stickinessAfterWrite(Duration maxLag) {
        return maxLag.plusSeconds(10);
    }

    private static HikariDataSource poolLike(HikariDataSource primary, String url) {
        var settings = new HikariConfig();
        primary.copyStateTo(settings);
        settings.setPoolName("standby");
        settings.setJdbcUrl(url);
        settings.setUsername(primary.getUsername());
        settings.setPassword(primary.getPassword());
        settings.setReadOnly(true);
        settings.setConnectionTimeout(TIMEOUT_MS);
        settings.setValidationTimeout(TIMEOUT_MS);
        settings.setInitializationFailTimeout(-1); // the standby may be unavailable when the program starts
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }

    /** Whether the current request may read from the standby now. May query both servers to measure the lag. */
    boolean isUsable() {
        if (!ALLOWED.isBound()) {
            return false;
        }
        boolean usable = lag.isWithinLimit();
        setInUse(usable, lag.reason());
        return usable;
    }

    /** A connection; empty if the standby does not answer within {@value #TIMEOUT_MS} ms. */
    Optional<Connection> connection() {
        try {
            return Optional.of(pool.getConnection());
        } catch (SQLException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** Stops using the standby for a while. */
    void failed(Exception failure) {
        lag.failed(failure);
        setInUse(false, lag.reason());
    }

    /** Logs a change once. */
    private synchronized void setInUse(boolean usable, String reason) {
        if (usable != inUse) {
            inUse = usable;
            LOG.warn(usable ? "lists are read from the standby again" : "lists are read from the primary: {}", reason);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
