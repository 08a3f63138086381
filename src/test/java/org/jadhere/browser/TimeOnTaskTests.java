package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the frequent acts cost, from the page after login until they are done. Counts, never time. Whoever changes one of
 * these numbers changes docs/time-on-task.md with it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeOnTaskTests {

    private static final int WIDTH = 1280;

    private final AtWork work = new AtWork();

    @AfterAll
    void everyoneGoesHome() {
        work.close();
    }

    private Page page(String who) {
        return work.open(who, WIDTH);
    }

    @Test
    void assignAPreparedServiceAndThenWriteDownTheFirstPayment() {
        Page page = page("carol");
        var hand = new Hand(page);

        hand.click(".boxes a:text-is('abo-libre')").typeHere("#member", "1").press("Enter");
        assertThat(hand.done("modifié")).isEqualTo("2 clicks, 1 fields, 2 pages");

        var next = new Hand(page);
        next.click("#done a");
        assertThat(page.locator("#amount")).isFocused();
        next.press("Enter");
        assertThat(next.done("ajouté")).isEqualTo("2 clicks, 0 fields, 1 pages");
    }

    @Test
    void addAMonthlyPayment() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("ligne-002").click(".palette a:text-is('Ajouter un paiement')");
        assertThat(page.locator("#amount")).isFocused();
        hand.press("Enter");
        assertThat(hand.done("ajouté")).isEqualTo("3 clicks, 1 fields, 2 pages");
    }

    @Test
    void validateTheWeeksPayments() {
        Page page = page("bob");
        var hand = new Hand(page);
        hand.click(".boxes a[href^='/admin/payments/validation?preset']");
        assertThat(page.locator("input[name=id]:checked")).not().hasCount(0);
        hand.click("button[value=review]").click("button[value=confirm]");
        assertThat(hand.done("validé")).isEqualTo("3 clicks, 0 fields, 3 pages");
    }

    @Test
    void findWhoHasAnAddress() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("192.0.2.7").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("abo-alice");
        assertThat(hand.effort()).isEqualTo("2 clicks, 1 fields, 1 pages");
    }

    @Test
    void findWhoHadItThen() {
        Page page = page("erin");
        var hand = new Hand(page);
        hand.click("nav.menu a[href='/admin/who-had']")
                .typeHere("#address", "192.0.2.7")
                .type("#at", "2026-01-01 12:00")
                .type("#reason", "Réquisition 12")
                .click("main button.do");
        assertThat(page.locator("#answer")).isVisible();
        assertThat(hand.effort()).isEqualTo("2 clicks, 3 fields, 2 pages");
    }

    @Test
    void makeSomeoneAMemberWithTheirFirstFee() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("frank").press("Enter").type("#amount", "15").press("Enter");
        assertThat(hand.done("première cotisation")).isEqualTo("3 clicks, 2 fields, 2 pages");
    }

    @Test
    void addAMembershipFee() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("alice").click(".palette a:text-is('Ajouter une cotisation')");
        assertThat(page.locator("#amount")).isFocused();
        hand.press("Enter");
        assertThat(hand.done("ajoutée")).isEqualTo("3 clicks, 1 fields, 2 pages");
    }

    @Test
    void findAMemberAndSeeWhetherTheyAreUpToDate() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("1").press("Enter");
        assertThat(page.locator("h1 .badge")).containsText("à jour jusqu’au");
        assertThat(hand.effort()).isEqualTo("2 clicks, 1 fields, 1 pages");
    }

    @Test
    void raiseThePriceOfAServiceFromADate() {
        Page page = page("bob");
        var hand = new Hand(page);
        hand.find("ligne-003")
                .press("Enter")
                .click("summary:text-is('Changer le montant')")
                .type("#price", "32")
                .type("#price-from", work.today.plusMonths(2).toString())
                .press("Enter");
        assertThat(hand.done("nouveau montant")).isEqualTo("4 clicks, 3 fields, 2 pages");
    }

    @Test
    void prepareAServiceWithAnAddress() {
        Page page = page("erin");
        var hand = new Hand(page);
        hand.click("nav.menu a[href='/admin/services']")
                .click("a[href='/admin/services/new']")
                .choose("#type", "Toulouse")
                .type("#label", "abo-neuf")
                .press("Enter");
        assertThat(hand.done("préparé")).isEqualTo("3 clicks, 2 fields, 3 pages");
        assertThat(page.getByText(Pattern.compile("^192\\.0\\.2\\.\\d+$"))).isVisible();
    }

    @Test
    void endAServiceWithItsPayments() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.find("ligne-004")
                .press("Enter")
                .click("summary:has-text('Terminer ce service')")
                .type("#last-day", work.today.plusDays(2).toString())
                .press("Enter");
        assertThat(hand.done("se termine")).isEqualTo("4 clicks, 2 fields, 2 pages");
    }

    @Test
    void answerAJoinRequest() {
        Page page = page("carol");
        var hand = new Hand(page);
        hand.click(".boxes a[href^='/admin/requests/']")
                .type("form[action$='/acceptance'] #amount", "15")
                .press("Enter");
        assertThat(hand.done("acceptée")).isEqualTo("2 clicks, 1 fields, 2 pages");
    }

    @Test
    void aMemberFindsHowToPay() {
        Page page = page("alice");
        var hand = new Hand(page);
        assertThat(page.locator(".pay .qr").first()).isVisible();
        assertThat(hand.effort()).isEqualTo("0 clicks, 0 fields, 0 pages");
    }
}
