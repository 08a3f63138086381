package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.browser.FullAssociation.DESKTOP;
import static org.jadhere.browser.FullAssociation.PASSWORD;
import static org.jadhere.browser.FullAssociation.PHONE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What users do most, in a real browser; each page is checked with axe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

    private final FullAssociation association = new FullAssociation();

    @AfterAll
    void close() {
        association.close();
    }

    @Test
    void aMemberReadsTheirAccountOnADarkPhone() {
        Page page = association.open(PHONE, ColorScheme.DARK);
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
        Page page = association.open(DESKTOP, ColorScheme.LIGHT);
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
    void aListIsPagedForwardAndBack() {
        Page page = association.open(DESKTOP, ColorScheme.DARK);
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
    void theNameOfAnOrganisationIsAskedIfOneJoins() {
        Page page = association.open(DESKTOP, ColorScheme.LIGHT);
        page.navigate("/join");
        var name = page.getByLabel("Nom de la personne morale");
        assertThat(name).isHidden();
        assertThat(page.locator("#website")).not().isInViewport();

        page.getByLabel("J’adhère").selectOption("organisation");

        assertThat(name).isVisible();
    }
}
