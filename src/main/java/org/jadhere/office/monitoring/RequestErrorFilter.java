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
 * Around everything, also around what reads sessions: names each request, and turns what nobody expected into one line
 * of the log and a page that says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestErrorFilter.class);

    /** While the database is away, its trace is logged so often; each request has a line all the same. */
    private static final Duration BETWEEN_TRACES = Duration.ofMinutes(1);

    private final Clock clock;
    private final ObjectProvider<RequestMeter> meter;
    private final AtomicReference<Instant> traced = new AtomicReference<>(Instant.EPOCH);

    RequestErrorFilter(Clock clock, ObjectProvider<RequestMeter> meter) {
        this.clock = clock;
        this.meter = meter;
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
            if (!explain(e, request, response)) {
                throw e;
            }
        } finally {
            meter.ifAvailable(numbers -> numbers.count(request, response.getStatus(), System.nanoTime() - began));
            CurrentRequest.end();
            MDC.remove(RequestId.KEY);
        }
    }

    /**
     * Whether all was said: whose browser is gone needs no answer. Pages are sent whole, so that what fails after that,
     * such as keeping the session, changes nothing of what the reader sees, and is only logged.
     */
    private boolean explain(Exception failure, HttpServletRequest request, HttpServletResponse response)
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
        return DatabaseOutage.isBehind(reason)
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private void log(String line, Throwable reason) {
        Instant now = clock.instant();
        Instant before = traced.get();
        boolean away = DatabaseOutage.isBehind(reason);
        if (away && Duration.between(before, now).compareTo(BETWEEN_TRACES) < 0) {
            LOG.error(DatabaseOutage.MARKER, "{} failed: the database does not answer", line);
        } else {
            LOG.error("{} failed", line, reason);
            if (away) {
                traced.compareAndSet(before, now);
            }
        }
    }
}
