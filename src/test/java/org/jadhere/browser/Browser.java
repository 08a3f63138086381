package org.jadhere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jadhere.support.LiveServer;

/** A real Chromium for the tests of one class; each page has a fresh profile. */
final class Browser implements AutoCloseable {

    // Without these, Chromium calls servers of its vendor, and does not start as root.
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds; generous, because the machine may be busy. */
    private static final double TIMEOUT = 60_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        this(List.of());
    }

    /** @param more further command line flags of Chromium */
    Browser(List<String> more) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    private static Path chromium() {
        return Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bin/tools chromium installs Chromium"));
    }

    /** Opens a page in French, on a screen of this width, in light or dark colours. */
    Page open(LiveServer server, int width, ColorScheme scheme) {
        return open(server.url(), width, scheme);
    }

    Page open(String url, int width, ColorScheme scheme) {
        return context(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(url)
                        .setLocale("fr-FR")
                        .setColorScheme(scheme)
                        .setViewportSize(width, 900))
                .newPage();
    }

    /** Opens a page in French as on a screen of 1280 pixels at 200 %. */
    Page openZoomed(String url) {
        return context(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(url)
                        .setLocale("fr-FR")
                        .setViewportSize(640, 450)
                        .setDeviceScaleFactor(2))
                .newPage();
    }

    BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(TIMEOUT);
        return context;
    }

    static void login(Page page, String username, String password) {
        page.navigate("/login");
        page.getByLabel("Nom d’utilisateur·rice").fill(username);
        page.getByLabel("Mot de passe").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Se connecter").setExact(true))
                .click();
    }

    /** Checks the rules of WCAG 2.2 AA that axe covers. */
    static void isAccessible(Page page) {
        var result = new AxeBuilder(page)
                .setLegacyMode(true) // no page of its own for each check: the site has no frames
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(result.getViolations().stream()
                        .map(violation -> violation.getHelp() + ": "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as("axe at %s", page.url())
                .isEmpty();
    }

    /** Every field has a label or an aria-label. */
    static void fieldsHaveNames(Page page) {
        assertThat((List<?>) page.evaluate(
                        "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(it =>"
                                + " !it.labels.length && !it.getAttribute('aria-label')).map(it => it.outerHTML)"))
                .as("fields without a name at %s", page.url())
                .isEmpty();
    }

    /** The page does not scroll sideways. */
    static void fitsTheScreen(Page page) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels too wide at %s", page.url()).isEqualTo(0);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
