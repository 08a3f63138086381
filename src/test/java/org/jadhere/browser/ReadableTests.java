package org.jadhere.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages can be read at 200 % zoom and without styles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadableTests {

    /** Texts that are cut off by a box. Fields and select boxes scroll and are left out. */
    private static final String CUT_OFF = """
            [...document.querySelectorAll('body *')]
              .filter(it => it.checkVisibility() && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1)
              .filter(it => !it.matches('input, select, textarea, option, svg *'))
              .filter(it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX))
              .map(it => it.tagName + ' ' + it.textContent.trim().slice(0, 40))""";

    /** The visible elements in the order of the document; those in the main part are marked. */
    private static final String READING_ORDER = """
            [...document.querySelectorAll('a[href], h1, h2, input:not([type=hidden]), button, table')]
              .filter(it => it.checkVisibility())
              .map(it => it.tagName.toLowerCase() + (it.closest('main') ? ' main' : ''))""";

    private final WorkingAssociation work = new WorkingAssociation();

    @AfterAll
    void close() {
        work.close();
    }

    private List<String> pages() {
        return List.of(
                "/admin/",
                "/admin/services",
                "/admin/services/" + work.alices,
                "/admin/members/" + work.cast.aliceMember,
                "/admin/users/" + work.cast.frank,
                "/admin/payments/validation",
                "/admin/services/new",
                "/admin/who-had",
                "/admin/history",
                "/admin/statistics",
                "/me");
    }

    @Test
    void pagesAreWholeAtTwoHundredPercent() {
        Page page = work.browser.openZoomed(work.server.url());
        page.navigate("/login");
        assertNothingIsCutOff(page);
        Browser.login(page, "erin", WorkingAssociation.PASSWORD);
        for (String path : pages()) {
            page.navigate(path);
            page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
            assertNothingIsCutOff(page);
        }
    }

    private static void assertNothingIsCutOff(Page page) {
        Browser.fitsTheScreen(page);
        assertThat((List<?>) page.evaluate(CUT_OFF))
                .as("cut off at %s", page.url())
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void pagesWithoutStylesReadFromTopToBottom() {
        Page page = work.browser.open(work.server, 1280, ColorScheme.LIGHT);
        page.route("**/*.css", Route::abort);
        Browser.login(page, "erin", WorkingAssociation.PASSWORD);
        for (String path : pages()) {
            page.navigate(path);
            var order = (List<String>) page.evaluate(READING_ORDER);
            assertThat(order.getFirst())
                    .as("first is the link past the menu, at %s", path)
                    .isEqualTo("a");
            assertThat((String) page.evaluate("document.querySelector('a[href]').getAttribute('href')"))
                    .isEqualTo("#main");
            assertThat(page.locator("h1").count()).as("one title at %s", path).isEqualTo(1);
            int title = order.indexOf("h1 main");
            assertThat(title).as("the title is in main, at %s", path).isNotNegative();
            assertThat(order.subList(0, title))
                    .as("before the title of %s: no other title, no table, no field", path)
                    .doesNotContain("h2 main", "table main", "input main");
            assertThat((Boolean) page.evaluate("document.querySelector('dialog')?.checkVisibility() ?? false"))
                    .as("the palette stays closed at %s", path)
                    .isFalse();
            Browser.fieldsHaveNames(page);
        }
        Page visitor = work.browser.open(work.server, 1280, ColorScheme.LIGHT);
        visitor.route("**/*.css", Route::abort);
        visitor.navigate("/join");
        assertThat(visitor.locator("label[for=website]").innerText())
                .as("the honeypot field has a label that says to leave it empty")
                .containsIgnoringCase("vide");
    }
}
