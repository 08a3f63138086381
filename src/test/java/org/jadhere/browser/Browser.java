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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jadhere.support.LiveServer;

/**
 * A real Chromium, which all test classes of a JVM share, since Playwright and Chromium take seconds to start. Each page has
 * a fresh profile, which ends with this object.
 */
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

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Describes only what is wrong: to find a selector for each correct element takes longer than to check it. */
    private static final String AXE = """
            async tags => {
                const result = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
                return {
                    passed: result.passes.map(rule => rule.id),
                    violations: result.violations.map(rule => rule.help + ': ' + rule.nodes.map(node => node.html)),
                };
            }""";

    /** Ends with the JVM: its driver stops when the connection to the JVM ends. */
    private static final class Shared {
        private static final com.microsoft.playwright.Browser CHROMIUM = launch(playwright(), List.of());
    }

    private final com.microsoft.playwright.Browser chromium;
    private final List<AutoCloseable> own = new ArrayList<>();

    Browser() {
        chromium = Shared.CHROMIUM;
    }

    /** Starts another Chromium. @param more further command line flags */
    Browser(List<String> more) {
        var playwright = playwright();
        own.add(playwright);
        chromium = launch(playwright, more);
    }

    private static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static com.microsoft.playwright.Browser launch(Playwright playwright, List<String> more) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    private static Path executable() {
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
        own.add(context);
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
        page.evaluate(AxeBuilder.getAxeScript());
        var result = (Map<?, ?>) page.evaluate(AXE, TAGS);
        assertThat((List<?>) result.get("passed"))
                .as("rules that axe has checked")
                .hasSizeGreaterThan(10);
        assertThat((List<?>) result.get("violations"))
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
        for (AutoCloseable resource : own.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
