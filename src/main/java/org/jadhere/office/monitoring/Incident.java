package org.jadhere.office.monitoring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.site.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * An unexpected error, without values that a user typed.
 *
 * @param kind identifies the cause: the exception, the topmost frames of our code, and the route
 * @param exception the simple name of the exception; empty if the database is unavailable
 * @param request method and path; empty in a background thread
 * @param login the user name; empty for visitors
 */
record Incident(
        String kind,
        String exception,
        String reference,
        Instant at,
        String request,
        List<String> parameters,
        String login,
        String message,
        String trace) {

    private static final int FRAMES = 3;
    private static final int LONGEST_TRACE = 30_000;
    private static final String DATABASE = "database";

    /** Returns whether a log event is an incident: an error with a stack trace, or an outage of the database. */
    static boolean isReportable(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.ERROR)
                && (event.getThrowableProxy() != null || isDatabaseAway(event));
    }

    private static boolean isDatabaseAway(ILoggingEvent event) {
        var markers = event.getMarkerList();
        return markers != null && markers.contains(DatabaseOutage.MARKER)
                || event.getThrowableProxy() instanceof ThrowableProxy proxy
                        && DatabaseOutage.isCauseOf(proxy.getThrowable());
    }

    static Incident of(ILoggingEvent event, @Nullable HttpServletRequest request) {
        var failure = event.getThrowableProxy();
        boolean away = isDatabaseAway(event);
        var actor = request == null ? null : Actor.of(request);
        String trace = failure == null ? "" : ThrowableProxyUtil.asString(failure);
        return new Incident(
                away ? DATABASE : kind(Objects.requireNonNull(failure), request),
                away ? "" : name(Objects.requireNonNull(failure)),
                Objects.requireNonNullElse(event.getMDCPropertyMap().get(RequestId.KEY), ""),
                event.getInstant(),
                request == null ? "" : CurrentRequest.line(request),
                request == null ? List.of() : CurrentRequest.parameterNames(request),
                actor == null ? "" : actor.username(),
                Redaction.text(event.getFormattedMessage(), request),
                Redaction.text(trace.substring(0, Math.min(trace.length(), LONGEST_TRACE)), request));
    }

    boolean isDatabaseAway() {
        return kind.equals(DATABASE);
    }

    private static String kind(IThrowableProxy failure, @Nullable HttpServletRequest request) {
        IThrowableProxy root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String where = Stream.of(root.getStackTraceElementProxyArray())
                .map(StackTraceElementProxy::getStackTraceElement)
                .filter(frame -> frame.getClassName().startsWith("org.jadhere."))
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" "));
        String route = request == null ? "" : Objects.requireNonNullElse(CurrentRequest.route(request), "");
        return String.join(" ", failure.getClassName(), root.getClassName(), where, route);
    }

    private static String name(IThrowableProxy failure) {
        String name = failure.getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
