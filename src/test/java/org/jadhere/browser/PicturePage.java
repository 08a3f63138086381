package org.jadhere.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jadhere.platform.web.Texts;

/** Prepares a page for its picture. Elements are found by their texts, independent of the layout. */
record PicturePage(Page page, Locale language) {

    private static final int TALL = 3000;
    private static final int TRIES = 5;
    private static final String END =
            "it => 32 + Math.max(...[...it.children].map(child => child.getBoundingClientRect().bottom))";
    private static final String NO_ANIMATION =
            "*, ::before, ::after { font-family: 'DejaVu Sans', sans-serif !important; animation: none !important; transition: none !important; }"
                    + " code, pre, kbd, code *, pre * { font-family: 'DejaVu Sans Mono', monospace !important; }";

    String text(String key) {
        return Texts.in(language, () -> Texts.t(key));
    }

    PicturePage at(String path) {
        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language.getLanguage());
        return this;
    }

    /** Opens the first row of a list. */
    PicturePage first(String folder) {
        Locator links = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK);
        String thing = links.all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .filter(path -> path.matches(Pattern.quote(folder) + "/[0-9]+"))
                .findFirst()
                .orElseThrow();
        return at(thing);
    }

    PicturePage named(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text))
                .first()
                .click();
        return this;
    }

    PicturePage follow(String key) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(text(key)).setExact(true))
                .first()
                .click();
        return this;
    }

    PicturePage fill(String key, String value) {
        field(key).fill(value);
        return this;
    }

    PicturePage choose(String key, String option) {
        field(key).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    private Locator field(String key) {
        return page.getByRole(AriaRole.MAIN)
                .getByLabel(text(key), new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    PicturePage tick(int boxes) {
        for (int i = 0; i < boxes; i++) {
            page.getByRole(AriaRole.CHECKBOX).nth(i).check();
        }
        return this;
    }

    PicturePage press(String key) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text(key)))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** Opens the collapsed section with this summary, if there is one. */
    PicturePage unfold(String key) {
        Locator folded = page.locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary", new Page.LocatorOptions().setHasText(text(key)))));
        if (folded.count() > 0) {
            folded.last().evaluate("it => { it.open = true; }");
        }
        return this;
    }

    /** The visible part of the page. */
    byte[] window() {
        stopAnimations();
        return stable(usual());
    }

    /** The main part, without menu and footer. */
    byte[] main() {
        return part(page.getByRole(AriaRole.MAIN));
    }

    /** The section under a heading; the whole page where there are no sections. */
    byte[] section(String headingKey) {
        Locator section = page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text(headingKey)).setExact(true))
                .first()
                .locator("xpath=ancestor::section[1]");
        return section.count() > 0 ? part(section) : main();
    }

    /** In a window so tall that nothing scrolls, at whole pixels: otherwise antialiasing of corners varies. */
    private byte[] part(Locator part) {
        page.setViewportSize(page.viewportSize().width, TALL);
        stopAnimations();
        var box = part.boundingBox();
        double left = Math.floor(box.x);
        double top = Math.floor(box.y);
        double bottom = Math.min(box.y + box.height, ((Number) part.evaluate(END)).doubleValue());
        return stable(usual().setClip(left, top, Math.ceil(box.x + box.width) - left, Math.ceil(bottom) - top));
    }

    private static Page.ScreenshotOptions usual() {
        return new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE);
    }

    /** Takes pictures until two in a row are the same. */
    private byte[] stable(Page.ScreenshotOptions options) {
        byte[] before = page.screenshot(options);
        for (int i = 0; i < TRIES; i++) {
            byte[] now = page.screenshot(options);
            if (Arrays.equals(before, now)) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("keeps changing: " + page.url());
    }

    private void stopAnimations() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(NO_ANIMATION));
        page.evaluate("document.activeElement?.blur(); document.fonts.ready");
        page.mouse().move(0, 0);
    }
}
