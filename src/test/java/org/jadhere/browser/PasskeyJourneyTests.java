package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Mailbox;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passkeys and code generators in a real browser, with a virtual authenticator; each page is checked with axe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyJourneyTests {

    private static final String PASSWORD = "trois canards bleus";

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    private Page open(int width, ColorScheme scheme, String username) {
        server.given()
                .user(
                        username,
                        with(
                                APP_USER.PASSWORD,
                                server.bean(PasswordEncoder.class).encode(PASSWORD)));
        return browser.open(server, width, scheme);
    }

    /** Turns the browser's own suggestion of passkeys off. */
    private static void disableSuggestions(Page page) {
        page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void checked(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        isAccessible(page);
        fitsTheScreen(page);
    }

    @Test
    void aPasskeyLogsInWithoutAPassword() {
        Page page = open(360, ColorScheme.DARK, "ida");
        var device = SecurityKey.in(page);
        login(page, "ida", PASSWORD);
        page.navigate("/me/security");
        checked(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ajouter une clé d’accès"))
                .click();
        checked(page);
        page.getByLabel("Nom de la clé").fill("téléphone d’Ida");
        press(page, "Créer la clé");
        assertThat(page.getByText("La clé d’accès est ajoutée.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(new Mailbox(server.db(), "ida@example.org").kinds())
                .as("the user is notified")
                .containsExactly("account-changed");
        assertThat(page.getByText("téléphone d’Ida").first()).isVisible();
        checked(page);

        press(page, "Se déconnecter");
        assertThat(page).hasURL(Pattern.compile("/me$")); // the suggested passkey is used at once
        page.navigate("/me/security");
        assertThat(page.getByText("utilisée le")).isVisible();
        page.navigate("/me/sessions");
        assertThat(page.getByText("Chromium · Linux")).isVisible();
        checked(page);

        disableSuggestions(page);
        logout(page);
        press(page, "Utiliser une clé d’accès");
        assertThat(page).hasURL(Pattern.compile("/me$"));

        device.setUserVerified(false);
        logout(page);
        press(page, "Utiliser une clé d’accès");
        assertThat(page.getByText("Rien ne s’est passé, ou l’appareil a refusé"))
                .isVisible();
        checked(page);
    }

    @Test
    void aPasskeyIsTheSecondFactor() {
        Page page = open(1280, ColorScheme.LIGHT, "henri");
        SecurityKey.in(page);
        disableSuggestions(page);
        login(page, "henri", PASSWORD);
        page.navigate("/me/security/passkeys/new");
        page.getByLabel("Nom de la clé").fill("ordinateur");
        press(page, "Créer la clé");
        assertThat(page.getByText("ordinateur").first()).isVisible();
        press(page, "Créer des codes de secours");
        assertThat(page.locator(".codes li")).hasCount(10);
        checked(page);

        press(page, "Se déconnecter");

        login(page, "henri", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/login/second$"));
        checked(page);
        press(page, "Continuer avec une clé d’accès");
        assertThat(page).hasURL(Pattern.compile("/me$"));
    }

    @Test
    void pagesOfCodeGeneratorsAreAccessible() {
        Page page = open(360, ColorScheme.LIGHT, "jeanne");
        login(page, "jeanne", PASSWORD);
        page.navigate("/me/confirm");
        checked(page);
        page.navigate("/me/password");
        checked(page);
        page.navigate("/me/security/generator/new");
        checked(page);
        page.getByLabel("Code à six chiffres de l’application").fill("123");
        press(page, "Mettre en place");
        assertThat(page.getByText("Ce code n’est pas le bon")).isVisible();
        checked(page);
    }

    /** Until the page has loaded: without its script, the button for passkeys sends an empty form. */
    private static void logout(Page page) {
        press(page, "Se déconnecter");
        page.waitForURL(Pattern.compile("/login"));
    }
}
