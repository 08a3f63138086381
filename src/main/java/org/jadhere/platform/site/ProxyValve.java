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
 * Behind a web server that is trusted: who asks, and whether it came encrypted, is what that server says. Only its own
 * word counts, the last of each list; what comes before was said by others. Tomcat's RemoteIpValve compares the address
 * of the proxy, and a Unix socket has none.
 */
public final class ProxyValve extends ValveBase {

    private static final String UNSAID = "127.0.0.1";

    public ProxyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String client = address(last(request, "X-Forwarded-For"));
        if (client != null || request.getRemoteAddr() == null) {
            String address = client == null ? UNSAID : client;
            request.setRemoteAddr(address);
            request.setRemoteHost(address);
        }
        if ("https".equalsIgnoreCase(last(request, "X-Forwarded-Proto"))) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
            if (request.getServerPort() == 80) { // of a Host that names none
                request.setServerPort(443);
            }
        }
        getNext().invoke(request, response);
    }

    private static @Nullable String last(Request request, String header) {
        List<String> said = new ArrayList<>();
        Collections.list(request.getHeaders(header)).forEach(line -> said.addAll(List.of(line.split(","))));
        return said.isEmpty() ? null : said.getLast().strip();
    }

    private static @Nullable String address(@Nullable String said) {
        try {
            return said == null ? null : InetAddress.ofLiteral(said).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
