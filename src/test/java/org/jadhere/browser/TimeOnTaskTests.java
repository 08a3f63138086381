package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The clicks, fields and pages of frequent acts, from the page after login until they are done. The same numbers are in
 * docs/time-on-task.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeOnTaskTests {

    private static final int WIDTH = 1280;

    private final WorkingAssociation work = new WorkingAssociation();

    @AfterAll
    void close() {
        work.close();
    }

    private Page page(String user) {
        return work.open(user, WIDTH);
    }

    @Test
    void assignAServiceAndAddItsFirstPayment() {
        Page page = page("carol");
        var counter = new CountingUser(page);

        counter.click(".boxes a:text-is('abo-libre')").typeHere("#member", "1").press("Enter");
        assertThat(counter.done("modifié")).isEqualTo("2 clicks, 1 fields, 2 pages");

        var next = new CountingUser(page);
        next.click("#done a");
        assertThat(page.locator("#amount")).isFocused();
        next.press("Enter");
        assertThat(next.done("ajouté")).isEqualTo("2 clicks, 0 fields, 1 pages");
    }

    @Test
    void addAMonthlyPayment() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("ligne-002").click(".palette a:text-is('Ajouter un paiement')");
        assertThat(page.locator("#amount")).isFocused();
        counter.press("Enter");
        assertThat(counter.done("ajouté")).isEqualTo("3 clicks, 1 fields, 2 pages");
    }

    @Test
    void validateTheWeeksPayments() {
        Page page = page("bob");
        var counter = new CountingUser(page);
        counter.click(".boxes a[href^='/admin/payments/validation?preset']");
        assertThat(page.locator("input[name=id]:checked")).not().hasCount(0);
        counter.click("button[value=review]").click("button[value=confirm]");
        assertThat(counter.done("validé")).isEqualTo("3 clicks, 0 fields, 3 pages");
    }

    @Test
    void findWhoHasAnAddress() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("192.0.2.7").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("abo-alice");
        assertThat(counter.effort()).isEqualTo("2 clicks, 1 fields, 1 pages");
    }

    @Test
    void findWhoHadAnAddress() {
        Page page = page("erin");
        var counter = new CountingUser(page);
        counter.click("nav.menu a[href='/admin/who-had']")
                .typeHere("#address", "192.0.2.7")
                .type("#at", "2026-01-01 12:00")
                .type("#reason", "Réquisition 12")
                .click("main button.do");
        assertThat(page.locator("#answer")).isVisible();
        assertThat(counter.effort()).isEqualTo("2 clicks, 3 fields, 2 pages");
    }

    @Test
    void makeAUserAMemberWithAFirstFee() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("frank").press("Enter").type("#amount", "15").press("Enter");
        assertThat(counter.done("première cotisation")).isEqualTo("3 clicks, 2 fields, 2 pages");
    }

    @Test
    void addAMembershipFee() {
        // Not Alice: another test reads what she has to pay.
        work.given.fee(work.given.membership(work.cast.dave), with(MEMBERSHIP_FEE.ENDS_ON, work.today.plusMonths(10)));
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("dave").click(".palette a:text-is('Ajouter une cotisation')");
        assertThat(page.locator("#amount")).isFocused();
        counter.press("Enter");
        assertThat(counter.done("ajoutée")).isEqualTo("3 clicks, 1 fields, 2 pages");
    }

    @Test
    void seeWhetherAMemberIsUpToDate() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("1").press("Enter");
        assertThat(page.locator("h1 .badge")).containsText("à jour jusqu’au");
        assertThat(counter.effort()).isEqualTo("2 clicks, 1 fields, 1 pages");
    }

    @Test
    void changeThePriceOfAService() {
        Page page = page("bob");
        var counter = new CountingUser(page);
        counter.find("ligne-003")
                .press("Enter")
                .click("summary:text-is('Changer le montant')")
                .type("#price", "32")
                .type("#price-from", work.today.plusMonths(2).toString())
                .press("Enter");
        assertThat(counter.done("nouveau montant")).isEqualTo("4 clicks, 3 fields, 2 pages");
    }

    @Test
    void prepareAServiceWithAnAddress() {
        Page page = page("erin");
        var counter = new CountingUser(page);
        counter.click("nav.menu a[href='/admin/services']")
                .click("a[href='/admin/services/new']")
                .choose("#type", "Toulouse")
                .type("#label", "abo-neuf")
                .press("Enter");
        assertThat(counter.done("préparé")).isEqualTo("3 clicks, 2 fields, 3 pages");
        assertThat(page.getByText(Pattern.compile("^192\\.0\\.2\\.\\d+$"))).isVisible();
    }

    @Test
    void endAServiceAndItsPayments() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.find("ligne-004")
                .press("Enter")
                .click("a.button:has-text('Terminer ce service')")
                .type("#last-day", work.today.plusDays(2).toString())
                .press("Enter");
        assertThat(counter.done("se termine")).isEqualTo("4 clicks, 2 fields, 3 pages");
    }

    @Test
    void answerAJoinRequest() {
        Page page = page("carol");
        var counter = new CountingUser(page);
        counter.click(".boxes a[href^='/admin/requests/']")
                .type("form[action$='/acceptance'] #amount", "15")
                .press("Enter");
        assertThat(counter.done("acceptée")).isEqualTo("2 clicks, 1 fields, 2 pages");
    }

    @Test
    void seeHowToPayAsAMember() {
        work.given.fee(
                work.cast.aliceMember,
                with(MEMBERSHIP_FEE.STARTS_ON, work.today.plusMonths(10)),
                with(MEMBERSHIP_FEE.ENDS_ON, work.today.plusMonths(22)));
        Page page = page("alice");
        var counter = new CountingUser(page);
        assertThat(page.locator(".pay .qr").first()).isVisible();
        assertThat(counter.effort()).isEqualTo("0 clicks, 0 fields, 0 pages");
    }
}
