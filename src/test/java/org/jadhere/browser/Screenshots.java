package org.jadhere.browser;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Takes the pictures of the documentation from a demonstration that runs: see bin/screenshots. */
final class Screenshots {

    private Screenshots() {}

    /** Arguments: the address, its password.txt, the folder for the pictures. */
    static void main(String[] args) throws IOException {
        var passwords = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        Path folder = Path.of(args[2]);
        try (var browser = new Browser()) {
            Page desktop = browser.open(args[0], 1200, ColorScheme.LIGHT);
            Browser.login(desktop, "equipier", requireNonNull(passwords.get("equipier")));
            desktop.navigate("/admin/services?q=fibre");
            take(desktop, folder.resolve("services.png"));

            Page phone = browser.open(args[0], 360, ColorScheme.DARK);
            Browser.login(phone, "membre", requireNonNull(passwords.get("membre")));
            take(phone, folder.resolve("me.png"));
        }
    }

    private static void take(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
