package org.jadhere.browser;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes all pictures of guides and documentation, or compares them with the existing ones: see bin/screenshots. */
final class Screenshots {

    // Antialiasing of text must not depend on the screen.
    private static final List<String> FLAGS = List.of(
            "--font-render-hinting=none",
            "--disable-lcd-text",
            "--disable-font-subpixel-positioning",
            "--disable-partial-raster",
            "--disable-skia-runtime-opts",
            "--force-color-profile=srgb",
            "--hide-scrollbars");
    private static final int HEIGHT = 800;
    private static final Path NEW_PICTURES = Path.of("target/screenshots");

    private final Browser browser;
    private final String url;
    private final Map<String, String> passwords;
    private final Map<String, byte[]> pictures = new TreeMap<>();
    private int missed;

    private Screenshots(Browser browser, FixedClockDemo demo) throws IOException {
        this.browser = browser;
        this.url = demo.url();
        this.passwords = demo.passwords();
    }

    /** With --check, exits with 1 if a picture differs. Exits in any case, because threads of the server would continue. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    static void main(String[] args) {
        try {
            System.exit(run(Arrays.asList(args).contains("--check")));
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
            System.exit(2);
        }
    }

    private static int run(boolean check) throws IOException, SQLException {
        try (var browser = new Browser(FLAGS);
                var demo = new FixedClockDemo()) {
            var screenshots = new Screenshots(browser, demo);
            var pictures = screenshots.takeAll();
            int different = check ? compare(pictures) : write(pictures, Path.of(""));
            return different + screenshots.missed == 0 ? 0 : 1;
        }
    }

    private Map<String, byte[]> takeAll() {
        for (Locale language : GuidePicture.LANGUAGES) {
            for (GuidePicture picture : GuidePicture.values()) {
                take(picture.file(language), picture.account(), language, picture.width(), false, picture::take);
            }
            String ending = language.equals(Locale.FRENCH) ? ".fr.png" : ".png";
            take(
                    "docs/screenshots/services" + ending,
                    "equipier",
                    language,
                    GuidePicture.DESK,
                    false,
                    Screenshots::services);
        }
        take("docs/screenshots/me.png", "membre", Locale.FRENCH, 360, true, GuidePicture.ME::take);
        return pictures;
    }

    private static byte[] services(PicturePage page) {
        return PalettePng.of(page.at("/admin/services?q=fibre").window());
    }

    private void take(
            String file,
            @Nullable String account,
            Locale language,
            int width,
            boolean night,
            Function<PicturePage, byte[]> steps) {
        var options = new NewContextOptions()
                .setBaseURL(url)
                .setBypassCSP(true) // the pictures add a style with their fonts
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(night ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(width, HEIGHT);
        try (BrowserContext context = browser.context(options)) {
            Page page = context.newPage();
            if (account != null) {
                Browser.login(page, account, requireNonNull(passwords.get(account)));
                page.waitForURL(here -> !here.contains("/login"));
            }
            pictures.put(file, steps.apply(new PicturePage(page, language)));
        } catch (PlaywrightException | NoSuchElementException | IllegalStateException e) {
            System.out.printf(
                    "differs: %s cannot be taken, %s%n",
                    file, String.valueOf(e.getMessage()).lines().limit(3).toList());
            missed++;
        }
    }

    private static int write(Map<String, byte[]> pictures, Path folder) throws IOException {
        for (var picture : pictures.entrySet()) {
            Path file = folder.resolve(picture.getKey());
            Files.createDirectories(requireNonNull(file.getParent()));
            Files.write(file, picture.getValue());
        }
        System.out.printf("%d pictures%n", pictures.size());
        return 0;
    }

    private static int compare(Map<String, byte[]> pictures) throws IOException {
        write(pictures, NEW_PICTURES);
        int different = 0;
        for (var picture : pictures.entrySet()) {
            Path before = Path.of(picture.getKey());
            if (!Files.exists(before) || !Arrays.equals(Files.readAllBytes(before), picture.getValue())) {
                System.out.printf("differs: %s, from %s%n", before, NEW_PICTURES.resolve(before));
                different++;
            }
        }
        return different;
    }
}
