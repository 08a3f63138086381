package org.jadhere.browser;

import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** All pages of the site. Each test class visits them with one kind of screen, so that parallel JVMs share the work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryPage {

    static final List<String> LISTS = List.of(
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
    static final List<String> FOR_VISITORS = List.of(
            "/join",
            "/join/asked",
            "/login/forgotten",
            "/login/password/worthless",
            "/guide",
            "/guide?q=service",
            "/guide/crew",
            "/guide/crew/services",
            "/guide/sysadmin/trouble");
    static final List<String> FOR_USERS = List.of("/me/contact", "/me/emails", "/me/closing", "/me/data", "/join");

    final FullAssociation association = new FullAssociation();

    @AfterAll
    void close() {
        association.close();
    }

    /** Pages other than lists, with all collapsed sections open. */
    final void checkOtherPages(Page page) {
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

    static void check(Page page, String path) {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        isAccessible(page);
        fitsTheScreen(page);
    }
}
