package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What makes pages feel fast: size, no layout shifts, immediate feedback, prefetching. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerceivedSpeedTests {

    /** Most compressed bytes of HTML, styles and scripts on the first visit, without images. */
    private static final int BUDGET = 60 * 1024;

    private static final Pattern PARTS = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js))\"");

    private static final String SHIFTS = "window.shifted = 0; window.addShifts = entries => entries.forEach(it => {"
            + " if (!it.hadRecentInput) window.shifted += it.value; });"
            + " window.shifts = new PerformanceObserver(list => addShifts(list.getEntries()));"
            + " shifts.observe({type: 'layout-shift', buffered: true});";

    /** Fonts are loaded, two frames are drawn, and all their shifts are counted. */
    private static final String SUM = """
            async () => {
              await document.fonts.ready;
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              addShifts(shifts.takeRecords());
              return window.shifted;
            }""";

    private final WorkingAssociation work = new WorkingAssociation();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        work.close();
    }

    private Stream<String> pages() {
        return Stream.concat(
                Stream.of(
                                "",
                                "members",
                                "users",
                                "organisations",
                                "services",
                                "payments",
                                "fees",
                                "addresses",
                                "requests",
                                "reminders",
                                "statistics",
                                "history",
                                "mails",
                                "prefixes",
                                "prefixes/1",
                                "who-had",
                                "service-types",
                                "crews",
                                "association",
                                "payments/validation",
                                "find?q=ligne",
                                "services/new",
                                "services/batch",
                                "services/" + work.aliceService,
                                "members/" + work.cast.aliceMember,
                                "users/" + work.cast.frank)
                        .map(path -> "/admin/" + path),
                Stream.of("/me", "/me/contact", "/me/security", "/me/data", "/join"));
    }

    @Test
    void noPageIsLargerThanTheBudget() throws IOException, InterruptedException {
        var verdicts = new SoftAssertions();
        String erin = cookies(work.open("erin", 1280));
        measure(verdicts, "/login", "");
        measure(verdicts, "/join", "");
        for (String path : pages().toList()) {
            measure(verdicts, path, erin);
        }
        verdicts.assertAll();
    }

    private static String cookies(Page page) {
        return page.context().cookies().stream()
                .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private void measure(SoftAssertions verdicts, String path, String cookies)
            throws IOException, InterruptedException {
        Map<String, Integer> parts = new LinkedHashMap<>();
        var page = fetch(path, cookies);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        verdicts.assertThat(page.headers().firstValue("Content-Encoding"))
                .as(path)
                .contains("gzip");
        parts.put(path, page.body().length);
        var links = PARTS.matcher(text(page.body()));
        while (links.find()) {
            parts.put(links.group(1), fetch(links.group(1), "").body().length);
        }
        assertThat(parts).as("styles and scripts of %s", path).hasSizeGreaterThan(3);
        int sum = parts.values().stream().mapToInt(Integer::intValue).sum();
        verdicts.assertThat(sum).as("bytes of %s: %s", path, parts).isLessThanOrEqualTo(BUDGET);
    }

    private static String text(byte[] zipped) throws IOException {
        try (var unzipped = new GZIPInputStream(new java.io.ByteArrayInputStream(zipped))) {
            return new String(unzipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> fetch(String path, String cookies) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(work.server.url() + path)).header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void layoutDoesNotShiftWhileAPageLoads() {
        for (int width : List.of(360, 1280)) {
            Page visitor = work.browser.open(work.server, width, ColorScheme.LIGHT);
            doesNotShift(visitor, "/login", width);
            Page page = work.open("erin", width);
            List.of(
                            "/admin/",
                            "/admin/services",
                            "/admin/services/" + work.aliceService,
                            "/admin/services/" + work.aliceService + "?done=payment-added",
                            "/admin/members/" + work.cast.aliceMember,
                            "/admin/payments/validation")
                    .forEach(path -> doesNotShift(page, path, width));
            doesNotShift(work.open("alice", width), "/me", width);
        }
    }

    private static void doesNotShift(Page page, String path, int width) {
        page.addInitScript(SHIFTS);
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(((Number) page.evaluate(SUM)).doubleValue())
                .as("layout shift of %s at %d px", path, width)
                .isLessThan(0.02);
    }

    @Test
    void aPressedButtonIsBusyAndSendsOnce() {
        Page page = work.open("carol", 1280);
        page.navigate("/admin/services/" + work.aliceService + "#amount");
        assertThat(page.locator("#amount")).isFocused();
        var sent = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        Object busy =
                page.evaluate("() => { const button = document.querySelector(\"form[action$='/payments'] button.do\");"
                        + " button.click(); button.click(); return button.getAttribute('aria-busy'); }");
        assertThat(busy).isEqualTo("true");
        assertThat(page.locator("#done")).containsText("ajouté");
        assertThat(sent).hasSize(1);
    }

    @Test
    void hoveredLinksArePrefetched() throws IOException, InterruptedException {
        var page = fetch("/login", "");
        assertThat(page.headers().firstValue("Speculation-Rules")).contains("\"/speculation.json\"");
        var rules = fetch("/speculation.json", "");
        assertThat(rules.headers().firstValue("Content-Type")).contains("application/speculationrules+json");
        var candidates = new HashSet<String>();
        var fetched = new HashSet<String>();
        Page erin = work.open("erin", 1280);
        var session = erin.context().newCDPSession(erin);
        session.on(
                "Preload.preloadingAttemptSourcesUpdated",
                event -> event.getAsJsonArray("preloadingAttemptSources")
                        .forEach(source -> candidates.add(path(
                                source.getAsJsonObject().getAsJsonObject("key").get("url")))));
        session.on("Preload.prefetchStatusUpdated", event -> fetched.add(path(event.get("prefetchUrl"))));
        session.send("Preload.enable");
        erin.navigate("/admin/services");
        String service = "/admin/services/" + work.aliceService;
        erin.waitForCondition(() -> candidates.contains(service));

        erin.locator("#list tbody a").first().hover();

        erin.waitForCondition(() -> fetched.contains(service));
        assertThat(candidates)
                .as("links to prefetch: neither files nor who-had nor the language")
                .noneMatch(path -> path.contains("/export") || path.contains("who-had") || path.contains("lang="));
        assertThat(fetched).as("only the hovered link").containsExactly(service);
    }

    private static String path(JsonElement url) {
        var address = URI.create(url.getAsString());
        return address.getPath() + (address.getQuery() == null ? "" : "?" + address.getQuery());
    }
}
