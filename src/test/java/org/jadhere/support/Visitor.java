package org.jadhere.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: keeps cookies, posts forms, does not follow redirects. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final LiveServer server;
    private final CookieManager cookies;
    private final HttpClient client;

    private Visitor(LiveServer server, CookieManager cookies, InetAddress address) {
        this.server = server;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(address)
                .build();
    }

    public static Visitor of(LiveServer server) {
        return from(server, "127.0.0.1");
    }

    /** A browser with another client address, any of 127.0.0.0/8. */
    public static Visitor from(LiveServer server, String address) {
        return new Visitor(server, new CookieManager(), InetAddress.ofLiteral(address));
    }

    /** The same browser, with its cookies, at another server. */
    public Visitor moveTo(LiveServer other) {
        return new Visitor(other, cookies, InetAddress.getLoopbackAddress());
    }

    /** Another browser with a copy of these cookies, as after a theft. */
    public Visitor copy() {
        var copied = new CookieManager();
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> copied.getCookieStore().add(uri("/"), (java.net.HttpCookie) cookie.clone()));
        return new Visitor(server, copied, InetAddress.getLoopbackAddress());
    }

    /** Removes the cookies that live for two minutes at most, as if some minutes had passed. */
    public Visitor afterAWhile() {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getMaxAge() >= 0 && cookie.getMaxAge() <= 120)
                .toList()
                .forEach(cookie -> store.remove(uri("/"), cookie));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Posts a form, with the CSRF token of the page that shows it. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).body());
        String tokenField = token.find() ? "_csrf=" + encoded(token.group(1)) + "&" : "";
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(tokenField + body)));
    }

    public HttpResponse<String> login(String username, String password) {
        return post("/login", "/login", Map.of("username", username, "password", password));
    }

    private URI uri(String path) {
        return URI.create(server.url().replace("localhost", "127.0.0.1") + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
