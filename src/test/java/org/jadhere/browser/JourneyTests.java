package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What people do, in a real browser; each page on the way is checked with axe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

    private static final String PASSWORD = "trois canards bleus";
    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
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
    private static final List<String> FOR_ONESELF =
            List.of("/me/contact", "/me/emails", "/me/closing", "/me/data", "/join");

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final Browser browser = new Browser();

    @BeforeAll
    void theAssociationIsAtWork() {
        Given given = server.given();
        var cast = Cast.in(given);
        long alices = given.service(
                cast.toulouse, with(SERVICE.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "abo-alice"));
        given.payment(alices);
        given.fee(cast.aliceMember);
        given.fee(cast.aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));
        server.db()
                .update(ASSOCIATION)
                .set(ASSOCIATION.BANK_HOLDER, "Réseau")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .set(ASSOCIATION.BIC, "AGRIFRPP")
                .execute();
        given.prefix("192.0.2.0/24");
        given.prefix("192.0.2.16/28");
        given.allocation(alices, "192.0.2.7");
        given.service(cast.vpn, with(SERVICE.LABEL, "vpn-de-dave"));
        peopleWantThings(given, cast);
        for (int number = 1; number <= 120; number++) {
            given.service(cast.toulouse, with(SERVICE.LABEL, "ligne-%03d".formatted(number)));
        }
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
    }

    private void peopleWantThings(Given given, Cast cast) {
        server.db()
                .update(SERVICE_TYPE)
                .set(SERVICE_TYPE.OFFERED, true)
                .where(SERVICE_TYPE.ID.eq(cast.toulouse))
                .execute();
        given.consent("J’accepte la charte.", "I accept the charter.");
        given.joinRequest("zoe@example.org");
        given.lostMail("zoe@example.org");
        given.email(cast.erin, 1, "erin.in.the.other.association@example.org");
        server.db()
                .insertInto(CLOSING_REQUEST, CLOSING_REQUEST.USER_ID, CLOSING_REQUEST.MESSAGE)
                .values(cast.frank, "Je déménage.")
                .execute();
    }

    @AfterAll
    void everyoneGoesHome() {
        browser.close();
        server.close();
    }

    @Test
    void aMemberReadsTheirAccountOnAPhoneAtNight() {
        Page page = browser.open(server, PHONE, ColorScheme.DARK);
        page.navigate("/");
        isAccessible(page);

        login(page, "alice", "faux mot de passe");
        assertThat(page.getByText("Ce nom et ce mot de passe ne vont pas ensemble"))
                .isVisible();
        assertThat(page.getByLabel("Nom d’utilisateur·rice")).hasValue("alice");
        isAccessible(page);

        login(page, "alice", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/me$"));
        assertThat(page.getByText("abo-alice")).isVisible();
        assertThat(page.getByText("192.0.2.7")).isVisible();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Code QR d’un virement à Réseau")))
                .isVisible();
        assertThat(page.locator("a[href$='receipt.pdf']")).hasCount(1);
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        isAccessible(page);
        fitsTheScreen(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Vous êtes déconnecté·e.");
        page.navigate("/me");
        assertThat(page).hasURL(Pattern.compile("/login"));
    }

    @Test
    void aCrewMemberFindsAServiceWithTheKeyboard() {
        Page page = browser.open(server, DESKTOP, ColorScheme.LIGHT);
        login(page, "carol", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/admin/$"));
        isAccessible(page);
        page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName("Menu").setExact(true))
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName("Services")
                                .setExact(true))
                .press("Enter");
        isAccessible(page);

        page.getByLabel("Rechercher").focus();
        page.keyboard().type("ligne-11");
        assertThat(page.getByText("ligne-005")).isHidden();
        assertThat(page.getByText("ligne-119")).isVisible();
        assertThat(page).hasURL(Pattern.compile("q=ligne-11"));
        assertThat(page.getByText("vpn-de-dave")).isHidden();
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ligne-119"))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("ligne-119");
        isAccessible(page);
    }

    @Test
    void aListIsReadPageByPageThereAndBack() {
        Page page = browser.open(server, DESKTOP, ColorScheme.DARK);
        login(page, "erin", PASSWORD);
        page.navigate("/admin/services?q=ligne");
        assertThat(page.getByText("ligne-001")).isVisible();
        next(page, "Page suivante");
        assertThat(page.getByText("ligne-051")).isVisible();
        next(page, "Page suivante");
        assertThat(page.getByText("ligne-120")).isVisible();
        assertThat(page.getByText("Fin de la liste")).isVisible();
        next(page, "Page précédente");
        assertThat(page.getByText("ligne-100")).isVisible();
        assertThat(page.getByText("ligne-101")).isHidden();
    }

    private static void next(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    @Test
    void everyPageOfTheAdministrationIsAccessibleAndFitsAPhone() {
        Page page = browser.open(server, PHONE, ColorScheme.LIGHT);
        FOR_VISITORS.forEach(path -> look(page, path));
        login(page, "erin", PASSWORD);
        FOR_ONESELF.forEach(path -> look(page, path));
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
        walk(page);
    }

    @Test
    void soItIsInTheDarkAndInEnglish() {
        Page visitor = browser.open(server, DESKTOP, ColorScheme.DARK);
        visitor.navigate("/login?lang=en");
        FOR_VISITORS.forEach(path -> look(visitor, path));
        Page page = browser.open(server, DESKTOP, ColorScheme.DARK);
        login(page, "erin", PASSWORD);
        page.navigate("/admin/?lang=en");
        assertThat(page.getByText("Hello Erin")).isVisible();
        FOR_ONESELF.forEach(path -> look(page, path));
        for (String list : LISTS) {
            page.navigate("/admin/" + list);
            isAccessible(page);
        }
        walk(page);
    }

    /** Pages that are no lists: each as it opens, with all that is folded away unfolded. */
    private void walk(Page page) {
        long user = server.db().fetchValue(APP_USER.ID, APP_USER.USERNAME.eq("carol"));
        long service = server.db().fetchValue(SERVICE.ID, SERVICE.LABEL.eq("abo-alice"));
        long consent = server.db().fetchSingle(CONSENT).get(CONSENT.ID);
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
                        "users?q=nobodyatall")
                .<Executable>map(path -> () -> look(page, "/admin/" + path)));
    }

    private static void look(Page page, String path) {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        isAccessible(page);
        fitsTheScreen(page);
    }

    @Test
    void anOrganisationIsNamedOnlyWhereOneJoins() {
        Page page = browser.open(server, DESKTOP, ColorScheme.LIGHT);
        page.navigate("/join");
        var name = page.getByLabel("Nom de la personne morale");
        assertThat(name).isHidden();
        assertThat(page.locator("#website")).not().isInViewport();

        page.getByLabel("J’adhère").selectOption("organisation");

        assertThat(name).isVisible();
    }
}
