package org.jadhere.office.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A server of its own for {@code GET /metrics}: what it tells cannot be reached by the address that people use. */
final class MetricsServer implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+?)]?:(\\d{1,5})");
    private static final int OTHERS_WAITING = 5;

    private final HttpServer server;
    private final PrometheusMeterRegistry numbers;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("metrics").factory());

    private MetricsServer(InetSocketAddress address, PrometheusMeterRegistry numbers) throws IOException {
        this.server = HttpServer.create(address, OTHERS_WAITING);
        this.numbers = numbers;
        server.setExecutor(thread);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param address {@code 127.0.0.1:9187} or {@code [::1]:9187} */
    static MetricsServer at(String address, PrometheusMeterRegistry numbers) throws IOException {
        var parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "jadhere.metrics.address is no address with a port, like 127.0.0.1:9187: " + address);
        }
        try {
            return new MetricsServer(new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2))), numbers);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "jadhere.metrics.address: %s cannot be used: %s".formatted(address, e.getMessage()), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] body = numbers.scrape().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
