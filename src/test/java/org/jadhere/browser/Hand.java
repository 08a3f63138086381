package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who works, and who counts: clicks (or the keys that stand for one), fields filled in, pages loaded. */
final class Hand {

    private final Page page;
    private final AtomicInteger loads = new AtomicInteger();
    private int clicks;
    private int fields;

    Hand(Page page) {
        this.page = page;
        page.onLoad(loaded -> loads.incrementAndGet());
    }

    Hand click(String what) {
        return click(page.locator(what).first());
    }

    Hand click(Locator what) {
        clicks++;
        what.click();
        return this;
    }

    /** A key that does something: Enter, Control+K. */
    Hand press(String key) {
        clicks++;
        page.keyboard().press(key);
        return this;
    }

    Hand type(String field, String text) {
        fields++;
        page.locator(field).first().fill(text);
        return this;
    }

    Hand choose(String field, String label) {
        fields++;
        page.locator(field).first().selectOption(label);
        return this;
    }

    /** Where the act before has put the keyboard, nothing is clicked for it. */
    Hand typeHere(String field, String text) {
        assertThat(page.locator(field)).isFocused();
        return type(field, text);
    }

    /** The palette, and what is typed into it. */
    Hand find(String text) {
        press("Control+k");
        return typeHere(".palette input", text);
    }

    /** Done, and said so. */
    String done(String sentence) {
        assertThat(page.locator("#done")).containsText(sentence);
        return effort();
    }

    String effort() {
        page.waitForLoadState();
        page.evaluate("0");
        return "%d clicks, %d fields, %d pages".formatted(clicks, fields, loads.get());
    }
}
