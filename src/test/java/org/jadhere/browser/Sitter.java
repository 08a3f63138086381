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

/** A page that is made ready for its picture, by the words on it: wherever a design puts them. */
record Sitter(Page page, Locale language) {

    private static final int TALL = 3000;
    private static final int TRIES = 5;
    private static final String END =
            "it => 32 + Math.max(...[...it.children].map(child => child.getBoundingClientRect().bottom))";
    private static final String STILL =
            "*, ::before, ::after { font-family: 'DejaVu Sans', sans-serif !important; animation: none !important; transition: none !important; }"
                    + " code, pre, kbd, code *, pre * { font-family: 'DejaVu Sans Mono', monospace !important; }";

    String said(String key) {
        return Texts.in(language, () -> Texts.t(key));
    }

    Sitter at(String path) {
        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language.getLanguage());
        return this;
    }

    /** The first thing of a list. */
    Sitter first(String folder) {
        Locator links = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK);
        String thing = links.all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .filter(path -> path.matches(Pattern.quote(folder) + "/[0-9]+"))
                .findFirst()
                .orElseThrow();
        return at(thing);
    }

    Sitter named(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text))
                .first()
                .click();
        return this;
    }

    Sitter follow(String key) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(said(key)).setExact(true))
                .first()
                .click();
        return this;
    }

    Sitter fill(String key, String value) {
        field(key).fill(value);
        return this;
    }

    Sitter choose(String key, String option) {
        field(key).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    private Locator field(String key) {
        return page.getByRole(AriaRole.MAIN)
                .getByLabel(said(key), new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    Sitter tick(int boxes) {
        for (int i = 0; i < boxes; i++) {
            page.getByRole(AriaRole.CHECKBOX).nth(i).check();
        }
        return this;
    }

    Sitter press(String key) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(said(key)))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** What is folded away under these words, if it is. */
    Sitter unfold(String key) {
        Locator folded = page.locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary", new Page.LocatorOptions().setHasText(said(key)))));
        if (folded.count() > 0) {
            folded.last().evaluate("it => { it.open = true; }");
        }
        return this;
    }

    /** As much as the window shows. */
    byte[] window() {
        still();
        return settled(usual());
    }

    /** The page without what surrounds it. */
    byte[] main() {
        return part(page.getByRole(AriaRole.MAIN));
    }

    /** The section under a heading; the whole page where there are no sections. */
    byte[] section(String headingKey) {
        Locator section = page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(said(headingKey)).setExact(true))
                .first()
                .locator("xpath=ancestor::section[1]");
        return section.count() > 0 ? part(section) : main();
    }

    /** In a window so tall that nothing scrolls, on whole points: else corners are smoothed now so, now so. */
    private byte[] part(Locator part) {
        page.setViewportSize(page.viewportSize().width, TALL);
        still();
        var box = part.boundingBox();
        double left = Math.floor(box.x);
        double top = Math.floor(box.y);
        double bottom = Math.min(box.y + box.height, ((Number) part.evaluate(END)).doubleValue());
        return settled(usual().setClip(left, top, Math.ceil(box.x + box.width) - left, Math.ceil(bottom) - top));
    }

    private static Page.ScreenshotOptions usual() {
        return new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE);
    }

    /** The page as it is once it is the same twice in a row. */
    private byte[] settled(Page.ScreenshotOptions options) {
        byte[] before = page.screenshot(options);
        for (int i = 0; i < TRIES; i++) {
            byte[] now = page.screenshot(options);
            if (Arrays.equals(before, now)) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("does not come to rest: " + page.url());
    }

    private void still() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(STILL));
        page.evaluate("document.activeElement?.blur(); document.fonts.ready");
        page.mouse().move(0, 0);
    }
}
