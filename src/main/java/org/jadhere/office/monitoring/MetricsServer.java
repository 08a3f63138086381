package org.jadhere.office.monitoring;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.regex.Pattern;

/** Serves {@code GET /metrics} on a separate address, so that metrics cannot be read at the address of the pages. */
final class MetricsServer {

    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+?)]?:(\\d{1,5})");

    private MetricsServer() {}

    /** @param address {@code 127.0.0.1:9187} or {@code [::1]:9187} */
    static HTTPServer start(String address, PrometheusRegistry registry) {
        var parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "jadhere.metrics.address must be an address with a port, like 127.0.0.1:9187: " + address);
        }
        try {
            return HTTPServer.builder()
                    .hostname(parts.group(1))
                    .port(Integer.parseInt(parts.group(2)))
                    .registry(registry)
                    .authenticator(new MetricsOnly())
                    .buildAndStart();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "jadhere.metrics.address: %s cannot be used: %s".formatted(address, e.getMessage()), e);
        }
    }

    /** Rejects other methods and paths, among them the help page and the health check that the exporter adds. */
    private static final class MetricsOnly extends Authenticator {

        @Override
        public Result authenticate(HttpExchange exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                return new Failure(405);
            }
            return exchange.getRequestURI().getPath().equals("/metrics")
                    ? new Success(new HttpPrincipal("anyone", "metrics"))
                    : new Failure(404);
        }
    }
}
