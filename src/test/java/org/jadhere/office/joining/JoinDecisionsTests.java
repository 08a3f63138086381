package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Crews accept and refuse those who asked to join: all of it or nothing, and once. Zoé has asked, and confirmed. */
@ActTest
@WithCast
class JoinDecisionsTests {

    private static final List<Table<?>> WRITTEN =
            List.of(APP_USER, USER_EMAIL, MEMBER, MEMBERSHIP_FEE, ORGANISATION, ORGANISATION_USER, LINK, MAIL, HISTORY);

    private long request;

    @BeforeEach
    void zoeHasAsked() {
        request = given().joinRequest(
                        "zoe@example.org",
                        with(JOIN_REQUEST.FIRST_NAME, "Zoé"),
                        with(JOIN_REQUEST.LAST_NAME, "Lefèvre"),
                        with(JOIN_REQUEST.PHONE, "05 61 00 00 00"),
                        with(JOIN_REQUEST.ADDRESS, "12 rue du Gué"),
                        with(JOIN_REQUEST.LANGUAGE, "en"));
    }

    private static Map<String, String> fee() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", "20");
        fields.put("method", "transfer");
        fields.put("from", "2026-01-01");
        fields.put("to", "2026-12-31");
        fields.put("welcome", "Bienvenue <à> toi !");
        return fields;
    }

    private MvcTestResult accept(String who, Map<String, String> fields) {
        return as(who).post("/admin/requests/" + request + "/acceptance", fields);
    }

    private MvcTestResult refuse(String who, String reason) {
        return as(who).post("/admin/requests/" + request + "/refusal", Map.of("reason", reason));
    }

    private Record asked() {
        return db().fetchSingle(JOIN_REQUEST, JOIN_REQUEST.ID.eq(request));
    }

    private Mailbox mailbox() {
        return new Mailbox(db(), "zoe@example.org");
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        WRITTEN.forEach(table -> counts.put(table.getName(), db().fetchCount(table)));
        return counts;
    }

    @Test
    void whoIsAcceptedHasAnAccountANumberAFeeAndALetterThatOpensTheAccount() {
        assertThat(accept("carol", fee())).hasStatus(302);

        var zoe = db().fetchSingle(APP_USER, APP_USER.USERNAME.eq("zoe.lefevre"));
        var member = db().fetchSingle(MEMBER, MEMBER.USER_ID.eq(zoe.get(APP_USER.ID)));
        assertThat(zoe.get(APP_USER.PHONE)).isEqualTo("05 61 00 00 00");
        assertThat(zoe.get(APP_USER.LANGUAGE)).isEqualTo("en");
        assertThat(zoe.get(APP_USER.STAFF)).isFalse();
        assertThat(zoe.get(APP_USER.PASSWORD)).isNull();
        assertThat(member.get(MEMBER.NUMBER)).as("after Alice").isEqualTo(2);
        assertThat(db().fetchSingle(MEMBERSHIP_FEE, MEMBERSHIP_FEE.MEMBER_ID.eq(member.get(MEMBER.ID)))
                        .get(MEMBERSHIP_FEE.VALIDATED))
                .isFalse();
        assertThat(mailbox().kinds()).containsExactly("join-accepted");
        assertThat(mailbox().text()).contains("member no. 2", "Bienvenue <à> toi !", "within seven days");
        assertThat(browser().get().uri(mailbox().path()))
                .hasStatusOk()
                .bodyText()
                .contains("zoe.lefevre");
        assertThat(asked()).satisfies(decided -> {
            assertThat(decided.get(JOIN_REQUEST.DECISION)).isEqualTo("accepted");
            assertThat(decided.get(JOIN_REQUEST.DECIDED_BY)).isEqualTo(cast().carol);
            assertThat(decided.get(JOIN_REQUEST.MEMBER_ID)).isEqualTo(member.get(MEMBER.ID));
        });
        assertThat(as("dave").get("/admin/requests/" + request))
                .bodyText()
                .contains("Carol Martin", "/admin/members/" + member.get(MEMBER.ID))
                .doesNotContain("/acceptance");
    }

    @Test
    void anOrganisationBecomesTheMemberAndWhoAskedActsForIt() {
        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ORGANISATION_NAME, "Le Hublot")
                .execute();

        accept("carol", fee());

        long zoe = db().fetchValue(APP_USER.ID, APP_USER.USERNAME.eq("zoe.lefevre"));
        var organisation = db().fetchSingle(ORGANISATION);
        assertThat(organisation.get(ORGANISATION.NAME)).isEqualTo("Le Hublot");
        assertThat(organisation.get(ORGANISATION.ADDRESS)).isEqualTo("12 rue du Gué");
        assertThat(db().fetchSingle(ORGANISATION_USER).get(ORGANISATION_USER.USER_ID))
                .isEqualTo(zoe);
        assertThat(db().fetchCount(MEMBER, MEMBER.ORGANISATION_ID.isNotNull())).isOne();
        assertThat(db().fetchCount(MEMBER, MEMBER.USER_ID.eq(zoe))).isZero();
    }

    @Test
    void whereOneStepFailsNothingIsLeft() {
        db().execute("alter table mail add constraint mail_full check (kind <> 'join-accepted')");
        var before = counts();

        assertThat(accept("carol", fee())).hasStatus(500);

        assertThat(counts()).isEqualTo(before);
        assertThat(asked().get(JOIN_REQUEST.DECISION)).isNull();
        db().execute("alter table mail drop constraint mail_full");
        assertThat(accept("carol", fee())).hasStatus(302);
        assertThat(db().fetch(MEMBER).getValues(MEMBER.NUMBER))
                .as("no number is lost")
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void ofTwoCrewsAtOnceOneAcceptsAndTheOtherIsTold() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<MvcTestResult>> both = List.of(() -> accept("carol", fee()), () -> accept("dave", fee()));
            var answers = threads.invokeAll(both);

            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .extracting(answer -> answer.getResponse().getStatus())
                    .containsExactlyInAnyOrder(302, 422);
        }
        assertThat(db().fetchCount(APP_USER, APP_USER.USERNAME.startsWith("zoe")))
                .isOne();
        assertThat(mailbox().kinds()).hasSize(1);
        assertThat(refuse("dave", "Non")).hasStatus(422);
        assertThat(asked().get(JOIN_REQUEST.DECISION)).isEqualTo("accepted");
    }

    @Test
    void whoIsRefusedReadsWhy() {
        assertThat(refuse("carol", " ")).hasStatus(422).bodyText().contains("reason-error");
        assertThat(mailbox().kinds()).isEmpty();

        assertThat(refuse("carol", "Pas d’antenne\r\nBcc: all@example.org")).hasStatus(302);

        assertThat(mailbox().kinds()).containsExactly("join-refused");
        assertThat(mailbox().text()).contains("Pas d’antenne");
        assertThat(db().fetchCount(MEMBER)).isOne();
        assertThat(accept("dave", fee())).hasStatus(422).bodyText().contains("Carol Martin");
        assertThat(as("dave").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
        assertThat(as("dave").get("/admin/requests?state=decided")).bodyText().contains("Lefèvre");
    }

    @Test
    void aFeeThatMakesNoSenseIsToldBesideItsField() {
        var fields = fee();
        fields.put("amount", "douze");

        assertThat(accept("carol", fields)).hasStatus(422).bodyText().contains("amount-error", "Bienvenue");
        assertThat(asked().get(JOIN_REQUEST.DECISION)).isNull();
    }

    @Test
    void noOtherThanCrewsReadOrDecide() {
        for (String who : List.of("alice", "frank", "bob")) {
            assertThat(accept(who, fee())).as(who).hasStatus(403);
            assertThat(refuse(who, "Non")).as(who).hasStatus(403);
            assertThat(as(who).get("/admin/requests")).as(who).hasStatus(403);
            assertThat(as(who).get("/admin/requests/" + request)).as(who).hasStatus(403);
        }
        assertThat(browser().get().uri("/admin/requests/" + request)).hasStatus(302);
        assertThat(asked().get(JOIN_REQUEST.DECISION)).isNull();
    }

    @Test
    void whatWasNotConfirmedIsNotThere() {
        db().update(JOIN_REQUEST).setNull(JOIN_REQUEST.CONFIRMED_AT).execute();

        assertThat(accept("erin", fee())).hasStatus(404);
        assertThat(refuse("erin", "Non")).hasStatus(404);
    }

    @Test
    void anAccountThatHasTheAddressByNowIsOfferedAndNoOtherIsTaken() {
        given().email(cast().frank, 1, "ZOE@example.org");
        assertThat(as("carol").get("/admin/requests/" + request))
                .bodyText()
                .contains("name=\"account\"", "Frank Martin (frank)")
                .doesNotContain("(alice)");

        for (String forged : List.of(String.valueOf(cast().alice), String.valueOf(cast().erin), "999999", "x")) {
            var fields = fee();
            fields.put("account", forged);
            assertThat(accept("carol", fields))
                    .as(forged)
                    .hasStatus(422)
                    .bodyText()
                    .contains("account-error");
        }
        var fields = fee();
        fields.put("account", String.valueOf(cast().frank));
        assertThat(accept("carol", fields)).hasStatus(302);

        assertThat(db().fetchCount(MEMBER, MEMBER.USER_ID.eq(cast().frank))).isOne();
        assertThat(db().fetchCount(APP_USER)).isEqualTo(6);
        assertThat(mailbox().kinds()).containsExactly("join-accepted-known");
        assertThat(mailbox().text()).doesNotContain("/login/password/");
    }

    @Test
    void ofWhoeverWasLoggedInItIsTheirAccountWhateverIsSent() {
        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.USER_ID, cast().frank)
                .set(JOIN_REQUEST.ORGANISATION_NAME, "Le Hublot")
                .execute();
        var fields = fee();
        fields.put("account", String.valueOf(cast().alice));

        assertThat(accept("carol", fields)).hasStatus(302);

        assertThat(db().fetchSingle(ORGANISATION_USER).get(ORGANISATION_USER.USER_ID))
                .isEqualTo(cast().frank);
        assertThat(mailbox().kinds()).containsExactly("join-accepted-known");
    }

    @Test
    void theNameThatCameWithTheFormIsNotTakenForThatOfAnAccount() {
        String alices = db().fetchValue(APP_USER.EXTERNAL_ID, APP_USER.ID.eq(cast().alice));
        db().update(JOIN_REQUEST).set(JOIN_REQUEST.EXTERNAL_ID, alices).execute();

        assertThat(accept("carol", fee())).hasStatus(302);

        assertThat(db().fetchCount(LINK, LINK.USER_ID.eq(cast().alice)))
                .as("links into Alice’s account")
                .isZero();
        assertThat(db().fetchCount(APP_USER, APP_USER.USERNAME.eq("zoe.lefevre")))
                .isOne();
    }

    @Test
    void theHistoryTellsWhoDecided() {
        accept("carol", fee());

        assertThat(db().fetch(HISTORY, HISTORY.ACTOR_ID.eq(cast().carol)))
                .extracting(line -> line.get(HISTORY.TABLE_NAME) + " " + line.get(HISTORY.ACTION))
                .contains("app_user insert", "member insert", "membership_fee insert", "join_request update");
        assertThat(as("carol").get("/admin/history?kind=join-request&id=" + request))
                .hasStatusOk()
                .bodyText()
                .contains("Carol Martin", "acceptée");
    }
}
