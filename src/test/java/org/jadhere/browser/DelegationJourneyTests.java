package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.jadhere.platform.db.Money;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A new service type from its crew to the first validated payment: an administrator delegates, a crew member assigns a
 * service, the bank crew validates the payment, and then the crew cannot change it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationJourneyTests {

    private static final String PASSWORD = "trois canards bleus";

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final Browser browser = new Browser();

    @BeforeAll
    void insertUsers() {
        var given = server.given();
        given.membership(given.user("alice"));
        given.user("frank");
        given.user("erin", with(APP_USER.SUPERUSER, true));
        long bob = given.user("bob", with(APP_USER.STAFF, true));
        given.joins(bob, given.crew("bank", "payment.add", "payment.change", "payment.delete", "payment.validate"));
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

    private Page as(String user, int width, ColorScheme scheme) {
        Page page = browser.open(server, width, scheme);
        login(page, user, PASSWORD);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** The page is accessible and confirms the act. */
    private static void confirms(Page page, String words) {
        assertThat(page.locator("#done")).containsText(words);
        assertThat(page.locator("#done")).isFocused();
        isAccessible(page);
        fitsTheScreen(page);
    }

    @Test
    void aServiceTypeIsDelegatedFromCrewToPayment() {
        Page erin = as("erin", 1280, ColorScheme.LIGHT);
        theAdministratorDelegates(erin);
        theAdministratorPrepares(erin);

        Page frank = as("frank", 360, ColorScheme.DARK);
        String payment = theCrewAssignsAndAddsAPayment(frank);

        Page bob = as("bob", 1280, ColorScheme.DARK);
        theBankValidates(bob);

        theCrewCannotChangeIt(frank, payment);
        theAdministratorSeesItAll(erin, payment);
    }

    private void theAdministratorDelegates(Page erin) {
        follow(erin, "Équipages");
        isAccessible(erin);
        erin.getByLabel("Nom de l’équipage").fill("equipage-toulouse");
        press(erin, "Créer l’équipage");
        confirms(erin, "L’équipage est créé");

        follow(erin, "Nouveau type de service");
        erin.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Abo Toulouse");
        erin.getByLabel("Montant habituel").fill("28");
        press(erin, "Créer le type de service");
        confirms(erin, "Le type de service est créé");

        follow(erin, "equipage-toulouse");
        erin.getByLabel("Ajouter quelqu’un").pressSequentially("frank");
        press(erin, "Ajouter à l’équipage");
        confirms(erin, "une personne de plus");
        assertThat(erin.getByText("sans statut équipe")).isVisible();

        follow(erin, "Droits");
        isAccessible(erin);
        erin.getByLabel("Statut équipe").check();
        press(erin, "Enregistrer les droits");
        confirms(erin, "Les droits sont modifiés");
    }

    private void theAdministratorPrepares(Page erin) {
        follow(erin, "Types de service");
        follow(erin, "Abo Toulouse");
        follow(erin, "Préparer plusieurs services");
        isAccessible(erin);
        erin.getByLabel("Combien").fill("5");
        erin.getByLabel("Plage d’adresses").fill("192.0.2.32/29");
        erin.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("toulouse-{n}");
        press(erin, "Aperçu");
        assertThat(erin.getByText("5 services seraient préparés")).isVisible();
        assertThat(erin.getByText("192.0.2.33")).isVisible();
        isAccessible(erin);
        press(erin, "Préparer ces 5 services");
        confirms(erin, "Les services sont préparés");
        assertThat(erin.getByText("toulouse-5")).isVisible();
    }

    private String theCrewAssignsAndAddsAPayment(Page frank) {
        frank.navigate("/admin/services?q=toulouse-1");
        follow(frank, "toulouse-1");
        frank.getByLabel("Adhérent·e").fill("alice");
        frank.getByLabel("Premier jour", new Page.GetByLabelOptions().setExact(true))
                .fill("2026-01-15");
        press(frank, "Attribuer le service");
        confirms(frank, "Le service est modifié");
        assertThat(frank.getByText("Alice Martin").first()).isVisible();
        assertThat(frank.getByText("192.0.2.33")).isVisible();

        frank.getByText("Enregistrer le premier paiement").click();
        assertThat(frank.getByLabel("Montant")).isFocused();
        assertThat(frank.getByLabel("Montant")).hasValue("28,00");
        assertThat(frank.getByLabel("Premier jour payé")).hasValue("2026-01-15");
        frank.getByLabel("Montant").fill("31,50");
        press(frank, "Ajouter le paiement");
        confirms(frank, "Le paiement est ajouté");
        frank.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Paiements"))
                .getByRole(AriaRole.LINK)
                .click();
        isAccessible(frank);
        fitsTheScreen(frank);
        return frank.url().replaceAll(".*/admin", "/admin");
    }

    private void theBankValidates(Page bob) {
        follow(bob, "À valider");
        isAccessible(bob);
        bob.locator("input[name=id]").check();
        press(bob, "Valider la sélection…");
        assertThat(bob.getByText("Vous allez valider 1 ligne")).containsText("31,50");
        isAccessible(bob);
        press(bob, "Valider 1 ligne");
        confirms(bob, "C’est validé");
        assertThat(bob.getByText("Rien n’attend")).isVisible();
    }

    private void theCrewCannotChangeIt(Page frank, String payment) {
        Page.ReloadOptions none = new Page.ReloadOptions();
        frank.reload(none);
        assertThat(frank.getByText("Validé par l’équipage banque")).isVisible();
        assertThat(frank.getByLabel("Montant")).hasCount(0);
        String token = frank.locator("input[name=_csrf]").first().inputValue();
        for (String act : new String[] {"", "/deletion", "/validation/withdrawal"}) {
            APIResponse forged = frank.request()
                    .post(
                            payment + act,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("_csrf", token)
                                            .set("amount", "1")
                                            .set("months", "1")
                                            .set("method", "free")
                                            .set("from", "2026-01-15")
                                            .set("validated", "")
                                            .set("withdrawal", "moi")));
            org.assertj.core.api.Assertions.assertThat(forged.status())
                    .as("forged %s%s", payment, act)
                    .isEqualTo(403);
        }
        var row = server.db().fetchSingle(PAYMENT);
        org.assertj.core.api.Assertions.assertThat(row.get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("31.50"));
        org.assertj.core.api.Assertions.assertThat(row.get(PAYMENT.VALIDATED)).isTrue();
    }

    private void theAdministratorSeesItAll(Page erin, String payment) {
        erin.navigate(payment);
        assertThat(erin.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("31,50");
        isAccessible(erin);

        erin.navigate("/admin/history");
        isAccessible(erin);
        for (String text : new String[] {
            "Bob Martin", "a validé", "Frank Martin", "31,50", "toulouse-1", "equipage-toulouse", "Abo Toulouse"
        }) {
            assertThat(erin.locator("#list")).containsText(text);
        }
    }
}
