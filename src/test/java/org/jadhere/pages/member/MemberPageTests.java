package org.jadhere.pages.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** One page for each person, and the return of a former member. */
@ActTest
@WithCast
class MemberPageTests {

    private final LocalDate today = LocalDate.now(Texts.PARIS);

    private static Map<String, String> fee(LocalDate from) {
        Map<String, String> fee = new LinkedHashMap<>();
        fee.put("amount", "20");
        fee.put("method", "transfer");
        fee.put("from", from.toString());
        fee.put("to", from.plusYears(1).minusDays(1).toString());
        fee.put("once", UUID.randomUUID().toString());
        return fee;
    }

    private long formerMember() {
        return given().membership(
                        cast().frank,
                        with(MEMBERSHIP.JOINED_ON, LocalDate.of(2023, 1, 1)),
                        with(MEMBERSHIP.LEFT_ON, LocalDate.of(2024, 7, 1)));
    }

    private List<String> periodsOf(long member) {
        return db().select(MEMBERSHIP.JOINED_ON, MEMBERSHIP.LEFT_ON)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.MEMBER_ID.eq(member))
                .orderBy(MEMBERSHIP.JOINED_ON)
                .fetch(row -> row.value1() + " " + row.value2());
    }

    @Test
    void aFeeAfterTheEndIsAReturn() {
        long frank = formerMember();
        String page = "/admin/members/" + frank;
        assertThat(as("carol").get(page)).bodyText().contains("est un retour");

        assertThat(as("carol").post(page + "/fees", fee(today))).hasRedirectedUrl(page + "?done=fee-added-return");

        assertThat(periodsOf(frank)).containsExactly("2023-01-01 2024-07-01", today + " null");
        assertThat(as("carol").get(page)).bodyText().contains("30 juin 2024", "depuis le");
        assertThat(as("frank").get("/me")).bodyText().doesNotContain("s’est terminée");
        assertThat(as("carol").get("/admin/members?current=yes")).bodyText().contains("Frank Martin");
    }

    @Test
    void aLateFeeOfTheFormerPeriodIsNone() {
        long frank = formerMember();
        assertThat(as("carol").post("/admin/members/" + frank + "/fees", fee(LocalDate.of(2024, 1, 1))))
                .hasRedirectedUrl("/admin/members/" + frank + "?done=fee-added");
        assertThat(periodsOf(frank)).containsExactly("2023-01-01 2024-07-01");
    }

    @Test
    void aReturnOnTheNextDayProlongsThePeriod() {
        long frank = formerMember();
        assertThat(as("carol").post("/admin/members/" + frank + "/fees", fee(LocalDate.of(2024, 7, 1))))
                .hasRedirectedUrl("/admin/members/" + frank + "?done=fee-added-prolonged");
        assertThat(periodsOf(frank)).containsExactly("2023-01-01 null");
    }

    @Test
    void thePageSaysHowToReachTheMember() {
        db().update(APP_USER)
                .set(APP_USER.PHONE, "+33 (0)5 61 00 00 00")
                .set(APP_USER.ADDRESS, "12 rue du Gué")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        String page = "/admin/members/" + cast().aliceMember;

        assertThat(as("carol").get(page))
                .bodyText()
                .contains("mailto:alice@example.org", "tel:+33561000000", "12 rue du Gué", "Courriels");
        assertThat(as("bob").get(page))
                .bodyText()
                .contains("mailto:alice@example.org", "tel:+33561000000")
                .doesNotContain("12 rue du Gué");
    }

    @Test
    void theBankCrewSeesNoAddressOfAnOrganisation() {
        long hublot = given().organisation("Le Hublot");
        db().execute("update organisation set address = '3 quai', email = 'hublot@example.org'");
        String page = "/admin/members/" + given().membershipOfOrganisation(hublot);
        assertThat(as("carol").get(page)).bodyText().contains("3 quai");
        assertThat(as("bob").get(page))
                .bodyText()
                .contains("hublot@example.org")
                .doesNotContain("3 quai");
    }

    @Test
    void aCrewIsToldOfTheServicesOfItsCrewsOnly() {
        given().service(cast().vpn, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "tunnel-d-alice"));
        assertThat(as("carol").get("/admin/members/" + cast().aliceMember))
                .bodyText()
                .contains("Aucun service de vos équipages")
                .doesNotContain("tunnel-d-alice");
    }

    @Test
    void beforeJoiningThePersonIsNoMember() {
        assertThat(as("carol").get("/admin/members/" + cast().aliceMember + "?at=2001-01-01"))
                .bodyText()
                .contains("pas encore adhérent·e");
    }
}
