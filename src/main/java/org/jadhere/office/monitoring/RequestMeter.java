package org.jadhere.office.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts requests by route and status. Names are routes, never paths: no ids, no secrets, and not more of them with time. */
final class RequestMeter {

    private final MeterRegistry registry;

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(HttpServletRequest request, int status, long nanoseconds) {
        String route = Objects.requireNonNullElse(CurrentRequest.route(request), "none");
        if (route.equals(HealthController.PATH)) {
            return;
        }
        Timer.builder("jadhere.requests")
                .description("Requests answered, and how long they took")
                .tag("method", method(request))
                .tag("route", route)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Whoever makes up methods does not make up series. */
    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST" -> request.getMethod();
            default -> "other";
        };
    }
}
