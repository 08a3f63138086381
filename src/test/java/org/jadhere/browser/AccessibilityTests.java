package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.browser.FullAssociation.DESKTOP;
import static org.jadhere.browser.FullAssociation.PASSWORD;
import static org.jadhere.browser.FullAssociation.PHONE;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** Every page passes axe: on a phone in French, and on a desktop in English and in the dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {

    private static final List<String> LISTS = List.of(
            "members",
            "users",
            "organisations",
            "services",
            "payments",
            "fees",
            "addresses",
            "service-types",
            "crews",
            "requests",
            "mails",
            "reminders");
    private static final List<String> FOR_VISITORS = List.of(
            "/join",
            "/join/asked",
            "/login/forgotten",
            "/login/password/worthless",
            "/guide",
            "/guide?q=service",
            "/guide/crew",
            "/guide/crew/services",
            "/guide/sysadmin/trouble");
    private static final List<String> FOR_USERS =
            List.of("/me/contact", "/me/emails", "/me/closing", "/me/data", "/join");

    private final FullAssociation association = new FullAssociation();

    @AfterAll
    void close() {
        association.close();
    }

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

    /** Pages other than lists, with all collapsed sections open. */
    private void checkOtherPages(Page page) {
        long user = association.server.db().fetchValue(APP_USER.ID, APP_USER.USERNAME.eq("carol"));
        long service = association.server.db().fetchValue(SERVICE.ID, SERVICE.LABEL.eq("abo-alice"));
        long consent = association.server.db().fetchSingle(CONSENT).get(CONSENT.ID);
        assertAll(Stream.of(
                        "",
                        "find?q=abo",
                        "statistics",
                        "style",
                        "history",
                        "association",
                        "consents",
                        "consents/new",
                        "consents/" + consent,
                        "mails?stuck=yes",
                        "mails/preview",
                        "mails/preview/join-accepted",
                        "reminders?show=others&on=2025-12-24",
                        "closings",
                        "payments/validation",
                        "fees/validation",
                        "users/new",
                        "users/" + user + "/edit",
                        "users/" + user + "/status",
                        "organisations/new",
                        "service-types/new",
                        "services/new",
                        "services/batch",
                        "services/" + service,
                        "services/" + service + "/edit",
                        "services/" + service + "/addresses/new",
                        "addresses/1",
                        "prefixes",
                        "prefixes/1",
                        "who-had",
                        "who-had/journal",
                        "who-had/records",
                        "seen",
                        "reverse",
                        "delegations",
                        "zones",
                        "publishing",
                        "publishing/areas",
                        "publishing/geofeed",
                        "members?fee=missing",
                        "users?q=zzzzzz")
                .<Executable>map(path -> () -> check(page, "/admin/" + path)));
    }

    private static void check(Page page, String path) {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        isAccessible(page);
        fitsTheScreen(page);
    }
}
