package org.jadhere.platform.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Takes the client's address and scheme from the headers of a trusted reverse proxy. Only the last value of each header
 * counts: earlier ones may come from the client. Replaces Tomcat's RemoteIpValve, which compares the proxy's address,
 * while a Unix socket has none.
 */
public final class ProxyValve extends ValveBase {

    private static final String LOCALHOST = "127.0.0.1";

    public ProxyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String client = address(last(request, "X-Forwarded-For"));
        if (client != null || request.getRemoteAddr() == null) {
            String address = client == null ? LOCALHOST : client;
            request.setRemoteAddr(address);
            request.setRemoteHost(address);
        }
        if ("https".equalsIgnoreCase(last(request, "X-Forwarded-Proto"))) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
            if (request.getServerPort() == 80) { // the Host header has no port
                request.setServerPort(443);
            }
        }
        getNext().invoke(request, response);
    }

    private static @Nullable String last(Request request, String header) {
        List<String> values = new ArrayList<>();
        Collections.list(request.getHeaders(header)).forEach(line -> values.addAll(List.of(line.split(","))));
        return values.isEmpty() ? null : values.getLast().strip();
    }

    private static @Nullable String address(@Nullable String value) {
        try {
            return value == null ? null : InetAddress.ofLiteral(value).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
