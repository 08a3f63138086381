package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** Works in a page and counts clicks (or keys in their place), filled fields, and loaded pages. */
final class CountingUser {

    private final Page page;
    private final AtomicInteger loads = new AtomicInteger();
    private int clicks;
    private int fields;

    CountingUser(Page page) {
        this.page = page;
        page.onLoad(loaded -> loads.incrementAndGet());
    }

    CountingUser click(String what) {
        return click(page.locator(what).first());
    }

    CountingUser click(Locator what) {
        clicks++;
        what.click();
        return this;
    }

    /** Presses a key that acts like a click: Enter, Control+K. */
    CountingUser press(String key) {
        clicks++;
        page.keyboard().press(key);
        return this;
    }

    CountingUser type(String field, String text) {
        fields++;
        page.locator(field).first().fill(text);
        return this;
    }

    CountingUser choose(String field, String label) {
        fields++;
        page.locator(field).first().selectOption(label);
        return this;
    }

    /** Fills a field that has the focus already, without a click. */
    CountingUser typeHere(String field, String text) {
        assertThat(page.locator(field)).isFocused();
        return type(field, text);
    }

    /** Opens the command palette and types into it. */
    CountingUser find(String text) {
        press("Control+k");
        return typeHere(".palette input", text);
    }

    /** Waits for the message that confirms the act, and returns the effort. */
    String done(String sentence) {
        assertThat(page.locator("#done")).containsText(sentence);
        return effort();
    }

    /** The counts, such as {@code 2 clicks, 1 fields, 1 pages}. */
    String effort() {
        page.waitForLoadState();
        page.evaluate("0");
        return "%d clicks, %d fields, %d pages".formatted(clicks, fields, loads.get());
    }
}
