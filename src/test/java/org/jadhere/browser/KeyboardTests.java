package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Acts without a mouse. After each one the focus is on the next element to use, and is visible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTests {

    private final WorkingAssociation work = new WorkingAssociation();

    @AfterAll
    void close() {
        work.close();
    }

    private Page login(String user) {
        Page page = work.browser.open(work.server, 1280, ColorScheme.LIGHT);
        page.navigate("/login");
        tabTo(page, "#username");
        page.keyboard().type(user);
        tabTo(page, "#password");
        page.keyboard().type(WorkingAssociation.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/admin/$"));
        return page;
    }

    /** Presses Tab until the element has the focus, which is visible. */
    private static void tabTo(Page page, String selector) {
        for (int step = 0; step < 80; step++) {
            if (isFocused(page, selector)) {
                focusIsVisible(page);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + selector + " at " + page.url());
    }

    private static boolean isFocused(Page page, String selector) {
        return (Boolean) page.evaluate("it => document.activeElement?.matches(it) ?? false", selector);
    }

    private static void focusIsVisible(Page page) {
        assertThat(
                        (String)
                                page.evaluate(
                                        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"))
                .as("outline of the focused element at %s", page.url())
                .doesNotContain("none")
                .doesNotContain("0px");
    }

    private static void isDone(Page page, String sentence) {
        assertThat(page.locator("#done")).containsText(sentence);
        assertThat(page.locator("#done")).isFocused();
        focusIsVisible(page);
    }

    @Test
    void aServiceIsAssignedAndPaidFromThePalette() {
        Page page = login("carol");
        page.keyboard().press("Control+k");
        assertThat(page.locator(".palette input")).isFocused();
        page.keyboard().type("abo-libre");
        assertThat(page.locator(".palette a:text-is('Attribuer')")).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".palette a:text-is('Attribuer')")).isFocused();
        focusIsVisible(page);
        page.keyboard().press("Enter");

        assertThat(page.locator("#member")).isFocused();
        focusIsVisible(page);
        page.keyboard().type("alice");
        page.keyboard().press("Enter");
        isDone(page, "modifié");

        page.keyboard().press("Tab");
        assertThat(page.locator("#done a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#amount")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("31,50");
        page.keyboard().press("Enter");
        isDone(page, "ajouté");
        assertThat(page.locator("table:has-text('31,50')")).isVisible();
    }

    @Test
    void theFocusGoesToTheRejectedField() {
        Page page = login("carol");
        page.keyboard().press("Control+k");
        page.keyboard().type("ligne-001");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("ligne-001");
        tabTo(page, "summary");
        while (!(Boolean) page.evaluate("document.activeElement.textContent.startsWith('Changer le montant')")) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        tabTo(page, "#price");
        page.keyboard().press("Control+a");
        page.keyboard().type("beaucoup");
        page.keyboard().press("Enter");
        assertThat(page.locator("#price[aria-invalid]")).isFocused();
        assertThat(page.locator("#price")).hasValue("beaucoup");
        focusIsVisible(page);
    }

    @Test
    void thePaymentsOfAPageAreValidated() {
        Page page = login("bob");
        page.keyboard().press("Control+k");
        page.keyboard().type("paiements à valider");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/admin/payments/validation$"));
        tabTo(page, "thead input[type=checkbox]");
        page.keyboard().press("Space");
        assertThat(page.locator("input[name=id]:not(:checked)")).hasCount(0);
        tabTo(page, "input[name=id]");
        page.keyboard().press("Space");
        page.keyboard().press("Enter"); // Enter uses the first button of the form, which must filter and not confirm
        assertThat(page.locator("h1")).hasText("Paiements à valider");
        assertThat(page.locator("input[name=id]:checked")).hasCount(49);
        page.locator("button[value=review]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Confirmer la validation");
        tabTo(page, "button[value=confirm]");
        page.keyboard().press("Enter");
        isDone(page, "validé");
    }

    @Test
    void theFirstTabSkipsTheMenu() {
        Page page = login("carol");
        page.navigate("/admin/services");
        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip")).isFocused();
        focusIsVisible(page);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.activeElement.closest('main') !== null"))
                .isTrue();
    }

    @Test
    void aFilteredListKeepsTheFocus() {
        Page page = login("carol");
        page.navigate("/admin/services");
        page.locator("#q").focus();
        page.keyboard().type("ligne-02");
        assertThat(page).hasURL(Pattern.compile("q=ligne-02"));
        List<String> requested = new ArrayList<>();
        page.onRequest(request -> requested.add(request.url()));

        page.locator("a:text-is('ligne-022')").focus();
        assertThat(page.locator("a:text-is('ligne-022')")).isFocused();
        assertThat(requested).as("leaving the field sends no request").noneMatch(url -> url.contains("q=ligne-02"));

        page.evaluate("document.querySelector('#list').dataset.old = 'yes'");
        page.evaluate("document.querySelector('form.filters').requestSubmit()");
        assertThat(page.locator("#list[data-old]")).hasCount(0);
        assertThat(page.locator("a:text-is('ligne-022')")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("ligne-022");
    }
}
