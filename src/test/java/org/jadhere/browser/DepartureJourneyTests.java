package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.jadhere.support.Cast;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A person leaves: a crew settles it on a phone without JavaScript, an administrator on a large screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartureJourneyTests {

    private static final String PASSWORD = "trois canards bleus";

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final Browser browser = new Browser();

    @BeforeAll
    void twoMembersWithServices() {
        var given = server.given();
        var cast = Cast.in(given);
        for (long member : new long[] {cast.aliceMember, given.membership(cast.frank)}) {
            long service =
                    given.service(cast.toulouse, with(HOLDING.MEMBER_ID, member), with(SERVICE.LABEL, "abo-" + member));
            given.payment(service);
            given.payment(service, with(PAYMENT.VALIDATED, true));
            given.allocation(service, "192.0.2." + member);
            given.service(cast.vpn, with(HOLDING.MEMBER_ID, member), with(SERVICE.LABEL, "vpn-" + member));
        }
        given.acts(cast.frank, given.organisation("Le Hublot"));
        given.joins(cast.frank, cast.vpnCrew);
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    private static void openDeparture(Page page, String name) {
        page.navigate("/admin/members");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Départ"))
                .click();
    }

    @Test
    void aCrewSettlesADepartureWithTheKeyboardAlone() {
        Page page = browser.context(new NewContextOptions()
                        .setBaseURL(server.url())
                        .setLocale("fr-FR")
                        .setJavaScriptEnabled(false)
                        .setViewportSize(360, 800))
                .newPage();
        login(page, "carol", PASSWORD);
        openDeparture(page, "Alice Martin");
        assertThat(page.getByLabel("Motif")).isHidden();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer le départ"))
                .press("Enter");

        assertThat(page.getByText("Le départ est enregistré")).isVisible();
        assertThat(page.getByText("1 service d’un autre équipage")).isVisible();
    }

    @Test
    void anAdministratorLeavesOneThingWithAReason() {
        Page page = browser.open(server, 1440, ColorScheme.LIGHT);
        login(page, "erin", PASSWORD);
        openDeparture(page, "Frank Martin");
        isAccessible(page);
        page.setViewportSize(360, 800);
        fitsTheScreen(page);
        page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHasText("vpn-"))
                .getByLabel("Que faire ?")
                .selectOption("leave");
        page.getByLabel("Motif").locator("visible=true").fill("attend la fibre");
        page.locator("#account").selectOption("leave");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer le départ"))
                .click();

        assertThat(page.getByText("Le départ est enregistré")).isVisible();
        assertThat(page.getByText("attend la fibre").first()).isVisible();
        isAccessible(page);
        fitsTheScreen(page);
    }
}
