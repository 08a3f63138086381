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

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.jadhere.platform.db.Money;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The history in a browser, on the page of a service and as a list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryJourneyTests {

    private static final String PASSWORD = "un mot de passe d’essai";

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final Browser browser = new Browser();
    private long service;

    @BeforeAll
    void changeAPayment() {
        Given given = server.given();
        var cast = Cast.in(given);
        service = given.service(
                cast.toulouse, with(HOLDING.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "abo-alice"));
        given.payment(service);
        server.db().update(PAYMENT).set(PAYMENT.AMOUNT, Money.parse("30")).execute();
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

    @Test
    void thePageOfAServiceShowsItsHistory() {
        Page page = browser.open(server, 360, ColorScheme.DARK);
        login(page, "carol", PASSWORD);
        page.navigate("/admin/services/" + service);
        page.getByText("Qui a changé quoi, et quand").press("Enter");

        assertThat(page.getByText("a modifié le paiement 28,00")).isVisible();
        assertThat(page.getByText("a ajouté le service abo-alice")).isVisible();
        isAccessible(page);
        fitsTheScreen(page);
    }

    @Test
    void theHistoryIsFilteredOnThePage() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(server, 360, scheme);
            login(page, "erin", PASSWORD);
            page.navigate("/admin/history");
            page.getByText("Un par un").first().click();
            isAccessible(page);
            fitsTheScreen(page);

            page.getByLabel("Nature").selectOption("payment");
            assertThat(page.getByText("a ajouté le service abo-alice")).isHidden();
            assertThat(page.getByText("a modifié le paiement 28,00")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV")))
                    .hasAttribute("href", "/admin/history/export?kind=payment&format=csv");
        }
    }
}
