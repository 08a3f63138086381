package org.jadhere.pages.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.DEPARTURE_REASON;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Who sees and settles what of a departure; what is left has a reason; a closing request leads to the same page. */
@ActTest
@WithCast
class DepartureRightsTests extends DepartureFixture {

    private void leave(String user, String reason) {
        var fields = proposed(user);
        fields.keySet().stream()
                .filter(name -> name.matches("service-\\d+"))
                .toList()
                .forEach(name -> {
                    fields.put(name, "leave");
                    fields.put(name + "-reason", reason);
                });
        assertThat(as(user).post(page(), fields)).hasStatus(302);
    }

    private void aVpnOfAlice() {
        given().service(cast().vpn, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "tunnel-secret"));
    }

    @Test
    void aCrewSeesOnlyItsOwnServices() {
        aVpnOfAlice();
        leave("dave", "motif-secret");

        assertThat(body("carol", page()))
                .contains("Abo Alice", "1 service d’un autre équipage")
                .doesNotContain("tunnel-secret", "motif-secret", "VPN");
        assertThat(body("dave", page()))
                .contains("tunnel-secret", "motif-secret")
                .doesNotContain("Abo Alice");
        as("carol").post(page(), proposed("carol"));
        assertThat(body("carol", page()))
                .contains("1 service d’un autre équipage")
                .doesNotContain("Il ne reste rien");
    }

    @Test
    void theBankAndMembersAreRefused() {
        for (String user : List.of("bob", "alice", "frank")) {
            assertThat(as(user).get(page())).as(user).hasStatus(403);
            assertThat(as(user).post(page())).as(user).hasStatus(403);
        }
    }

    @Test
    void aReasonIsKeptAndShownNextTime() {
        leave("carol", "attend la fibre");

        assertThat(endOfService(service)).isNull();
        assertThat(body("erin", page())).contains("«\u00a0attend la fibre\u00a0» (Carol Martin, le ");
        assertThat(proposed("erin"))
                .as("what was left is not ended by the next reader's button")
                .containsEntry("service-" + service, "leave")
                .containsEntry("service-" + service + "-reason", "attend la fibre")
                .containsEntry("account", "leave");
        as("erin").post(page(), proposed("erin"));
        assertThat(db().fetchSingle(DEPARTURE_REASON, DEPARTURE_REASON.ITEM.eq("service:" + service))
                        .get(DEPARTURE_REASON.NOTED_BY))
                .isEqualTo(cast().carol);
        assertThat(db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("departure_reason")))
                .isOne();
    }

    @Test
    void whatIsLeftNeedsAReason() {
        var fields = proposed("carol");
        fields.put("service-" + service, "leave");
        assertThat(as("carol").post(page(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"service-" + service + "-reason-error\"");

        fields.put("service-" + service + "-reason", "x".repeat(2001));
        assertThat(as("carol").post(page(), fields)).hasStatus(422);
        assertThat(db().fetchCount(DEPARTURE_REASON)).isZero();
    }

    @Test
    void anEndForgetsTheReasonButNotTheHistory() {
        leave("carol", "attend la fibre");
        var fields = proposed("carol");
        fields.put("service-" + service, "end");
        as("carol").post(page(), fields);

        assertThat(db().fetchCount(DEPARTURE_REASON)).isZero();
        assertThat(db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("departure_reason")))
                .isEqualTo(2);
    }

    @Test
    void anAccountStaysOpenWhileSomethingStays() {
        var fields = proposed("erin");
        assertThat(fields).containsEntry("account", "end");
        fields.put("service-" + service, "leave");
        fields.put("service-" + service + "-reason", "attend la fibre");
        assertThat(as("erin").post(page(), fields)).hasStatus(422).bodyText().contains("account-error");
        assertThat(isOpen(cast().alice)).isTrue();

        fields.put("account", "leave");
        assertThat(as("erin").post(page(), fields)).hasStatus(302);
        assertThat(isOpen(cast().alice)).isTrue();
    }

    @Test
    void aCrewSettlesNothingOfAdministrators() {
        given().joins(cast().alice, cast().vpnCrew);
        var fields = proposed("carol");
        fields.put("membership", "end");
        fields.put("account", "end");
        fields.put("crew-" + cast().vpnCrew, "end");
        fields.put("service-" + service + "-addresses", "yes");
        assertThat(as("carol").post(page(), fields)).hasStatus(302);

        assertThat(endOfMembership()).isNull();
        assertThat(isOpen(cast().alice)).isTrue();
        assertThat(db().fetchCount(CREW_MEMBER, CREW_MEMBER.USER_ID.eq(cast().alice)))
                .isOne();
    }

    @Test
    void administratorsDoNotCloseTheirOwnAccount() {
        String own = "/admin/users/" + cast().erin + "/departure";
        assertThat(body("erin", own)).contains("Compte «\u00a0erin\u00a0»").doesNotContain("<select id=\"account\"");
        as("erin").post(own, Map.of("lines", "", "account", "end"));
        assertThat(isOpen(cast().erin)).isTrue();
    }

    @Test
    void aUserWhoIsNoMemberHasThePageToo() {
        String frank = "/admin/users/" + cast().frank + "/departure";
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().frank, hublot);
        assertThat(body("carol", "/admin/users/" + cast().frank)).contains("href=\"" + frank + "\"");
        var fields = proposed("carol", frank);
        fields.put("organisation-" + hublot, "leave");
        fields.put("organisation-" + hublot + "-reason", "présidente");
        assertThat(as("carol").post(frank, fields)).hasRedirectedUrl(frank + "?done=departure");
        assertThat(body("erin", frank)).contains("«\u00a0présidente\u00a0» (Carol Martin");

        assertThat(as("erin").post(frank, proposed("erin", frank))).hasStatus(302);
        assertThat(as("erin").get("/admin/users/" + cast().alice + "/departure"))
                .as("a member has one page")
                .hasRedirectedUrl(page());
    }

    @Test
    void aClosingRequestIsSettledWithTheDeparture() {
        as("alice").post("/me/closing", Map.of("message", "Je déménage"));
        String fromRequest = "/admin/users/" + cast().alice + "/departure";
        assertThat(body("carol", "/admin/closings")).contains("href=\"" + fromRequest + "\"");
        assertThat(body("carol", page())).contains("Je déménage");
        var fields = proposed("carol");
        assertThat(as("carol").post(page(), fields)).hasStatus(302);
        assertThat(body("carol", page())).as("without a reply it stays open").contains("Je déménage");

        fields = proposed("carol");
        fields.put("reply", "C’est fait.");
        assertThat(as("carol").post(page(), fields)).hasStatus(302);

        assertThat(new Mailbox(db(), "alice@example.org").text()).contains("C’est fait.");
        assertThat(db().fetchSingle(CLOSING_REQUEST).get(CLOSING_REQUEST.DECIDED_BY))
                .isEqualTo(cast().carol);
        assertThat(body("carol", page())).doesNotContain("Je déménage");
    }

    @Test
    void lettersAreShownAndNotTouched() {
        long letter = given().lostMail("alice@example.org", with(MAIL.USER_ID, cast().alice));
        assertThat(body("carol", page())).contains("/admin/mails/" + letter, "href=\"/admin/mails\"");
        as("carol").post(page(), proposed("carol"));
        assertThat(db().fetchSingle(MAIL).get(MAIL.SENT_AT)).isNull();
        assertThat(body("carol", page())).contains("/admin/mails/" + letter);
    }
}
