package org.jadhere.office.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jadhere.platform.site.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter, since reading a session can fail as well: assigns an id to each request, and turns unexpected
 * errors into one log entry and an error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestErrorFilter.class);

    /** During an outage of the database, the stack trace is logged once a minute; each request still has a line. */
    private static final Duration BETWEEN_TRACES = Duration.ofMinutes(1);

    private final Clock clock;
    private final ObjectProvider<RequestMeter> meters;
    private final AtomicReference<Instant> lastTraceAt = new AtomicReference<>(Instant.EPOCH);

    RequestErrorFilter(Clock clock, ObjectProvider<RequestMeter> meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(RequestId.KEY, RequestId.assign(request));
        CurrentRequest.begin(request);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!handle(e, request, response)) {
                throw e;
            }
        } finally {
            meters.ifAvailable(meter -> meter.count(request, response.getStatus(), System.nanoTime() - began));
            CurrentRequest.end();
            MDC.remove(RequestId.KEY);
        }
    }

    /**
     * Returns whether the error was handled; it is not if the client closed the connection. Pages are sent as a whole:
     * a later error, such as saving the session, does not change the response and is only logged.
     */
    private boolean handle(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Throwable reason =
                failure instanceof ServletException ? Objects.requireNonNullElse(failure.getCause(), failure) : failure;
        if (reason instanceof ClientAbortException) {
            return false;
        }
        if (!(reason instanceof InvalidParameterException)) {
            log(CurrentRequest.line(request), reason);
        }
        if (!response.isCommitted()) {
            response.sendError(status(reason));
        }
        return true;
    }

    private static int status(Throwable reason) {
        if (reason instanceof InvalidParameterException unreadable) {
            return unreadable.getErrorCode();
        }
        return DatabaseOutage.isCauseOf(reason)
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private void log(String line, Throwable reason) {
        Instant now = clock.instant();
        Instant before = lastTraceAt.get();
        boolean outage = DatabaseOutage.isCauseOf(reason);
        if (outage && Duration.between(before, now).compareTo(BETWEEN_TRACES) < 0) {
            LOG.error(DatabaseOutage.MARKER, "{} failed: the database does not answer", line);
        } else {
            LOG.error("{} failed", line, reason);
            if (outage) {
                lastTraceAt.compareAndSet(before, now);
            }
        }
    }
}
