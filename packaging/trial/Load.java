import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Load generator: each of PEOPLE users logs in and, once all have, reads pages and adds organisations until STOP_FILE exists; a user
 * who is redirected to the login logs in again. Appends the name of each acknowledged organisation (answered with a redirect to its
 * page) to LEDGER, and prints the number of requests per action and status at the end.
 *
 * <p>java Load.java SITE LOGIN PASSWORD_FILE PEOPLE LEDGER STOP_FILE
 */
final class Load {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern ADDED = Pattern.compile(".*/admin/organisations/\\d+.*");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final String site;
    private final Path ledger;
    private final Path stop;
    private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final CountDownLatch loggedIn;
    private final Instant end = Instant.now().plus(LIMIT);

    private Load(String site, int people, Path ledger, Path stop) {
        this.site = site;
        this.loggedIn = new CountDownLatch(people);
        this.ledger = ledger;
        this.stop = stop;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        int many = Integer.parseInt(args[3]);
        var load = new Load(args[0], many, Path.of(args[4]), Path.of(args[5]));
        String password = Files.readString(Path.of(args[2])).strip();
        List<Thread> people = new ArrayList<>();
        for (int person = 0; person < many; person++) {
            people.add(Thread.ofPlatform().start(() -> load.work(args[1], password)));
        }
        for (Thread person : people) {
            person.join();
        }
        load.outcomes.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(outcome -> System.out.println(outcome.getKey() + " " + outcome.getValue()));
    }

    private void work(String login, String password) {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .sslContext(trusting())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(150))
                .build();
        var who = Map.of("username", login, "password", password);
        try {
            logIn(browser, who);
            loggedIn.countDown();
            loggedIn.await();
        } catch (IOException | InterruptedException e) {
            note("login " + e.getClass().getSimpleName());
            return;
        }
        while (!Files.exists(stop) && Instant.now().isBefore(end)) {
            try {
                count("look", get(browser, "/admin/organisations").statusCode());
                add(browser, who);
            } catch (IOException | InterruptedException e) {
                note("broken " + e.getClass().getSimpleName());
            }
        }
    }

    /** One at a time: the program throttles concurrent logins to the same account. */
    private synchronized void logIn(HttpClient browser, Map<String, String> who) throws IOException, InterruptedException {
        count("login", post(browser, "/login", get(browser, "/login").body(), who).statusCode());
    }

    private void add(HttpClient browser, Map<String, String> who) throws IOException, InterruptedException {
        var form = get(browser, "/admin/organisations/new");
        count("form", form.statusCode());
        if (form.statusCode() == 302) {
            logIn(browser, who);
        }
        if (form.statusCode() != 200) {
            return;
        }
        String name = "Trial " + ledger.getFileName() + " " + number.incrementAndGet();
        var once = ONCE.matcher(form.body());
        if (!once.find()) {
            note("form without a token against double submission");
            return;
        }
        var answer = post(browser, "/admin/organisations", form.body(), Map.of("name", name, "once", once.group(1)));
        count("add", answer.statusCode());
        if (answer.headers().firstValue("Location").filter(where -> ADDED.matcher(where).matches()).isPresent()) {
            Files.writeString(ledger, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(150)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<Void> post(HttpClient browser, String path, String form, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("no form at " + path);
        }
        var body = new StringBuilder("_csrf=" + encoded(token.group(1) == null ? token.group(2) : token.group(1)));
        fields.forEach((name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(Duration.ofSeconds(150))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void count(String act, int status) {
        note(act + " " + status);
    }

    private void note(String outcome) {
        outcomes.computeIfAbsent(outcome, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Accepts the self-signed certificate of the instance. */
    private static SSLContext trusting() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
