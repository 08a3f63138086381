package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.browser.FullAssociation.DESKTOP;
import static org.jadhere.browser.FullAssociation.PASSWORD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Every page passes axe on a desktop, in English and in the dark. */
class DarkAccessibilityTests extends EveryPage {

    @Test
    void everyPageIsAccessibleInDarkAndEnglish() {
        Page visitor = association.open(DESKTOP, ColorScheme.DARK);
        visitor.navigate("/login?lang=en");
        FOR_VISITORS.forEach(path -> check(visitor, path));
        Page page = association.open(DESKTOP, ColorScheme.DARK);
        login(page, "erin", PASSWORD);
        page.navigate("/admin/?lang=en");
        assertThat(page.getByText("Hello Erin")).isVisible();
        FOR_USERS.forEach(path -> check(page, path));
        for (String list : LISTS) {
            page.navigate("/admin/" + list);
            isAccessible(page);
        }
        checkOtherPages(page);
    }
}
