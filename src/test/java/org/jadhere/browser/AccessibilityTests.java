package org.jadhere.browser;

import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.browser.FullAssociation.PASSWORD;
import static org.jadhere.browser.FullAssociation.PHONE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Every page passes axe on a phone, in French. */
class AccessibilityTests extends EveryPage {

    @Test
    void everyPageIsAccessibleAndFitsAPhone() {
        Page page = association.open(PHONE, ColorScheme.LIGHT);
        FOR_VISITORS.forEach(path -> check(page, path));
        login(page, "erin", PASSWORD);
        FOR_USERS.forEach(path -> check(page, path));
        for (String list : LISTS) {
            page.navigate("/admin/" + list);
            isAccessible(page);
            fitsTheScreen(page);
            var first = page.locator("#list tbody a").first();
            if (first.count() > 0) {
                first.click();
                isAccessible(page);
                fitsTheScreen(page);
            }
        }
        checkOtherPages(page);
    }
}
