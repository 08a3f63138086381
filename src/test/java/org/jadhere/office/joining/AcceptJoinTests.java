package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
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

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A crew accepts a request to join: account, member, fee and mail are added together and once. */
@ActTest
@WithCast
class AcceptJoinTests extends JoinDecisionFixture {

    private static final List<Table<?>> WRITTEN =
            List.of(APP_USER, USER_EMAIL, MEMBER, MEMBERSHIP_FEE, ORGANISATION, ORGANISATION_USER, LINK, MAIL, HISTORY);

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        WRITTEN.forEach(table -> counts.put(table.getName(), db().fetchCount(table)));
        return counts;
    }

    @Test
    void acceptingAddsAccountMemberAndFee() {
        assertThat(accept("carol", fee())).hasStatus(302);

        var zoe = db().fetchSingle(APP_USER, APP_USER.USERNAME.eq("zoe.lefevre"));
        var member = db().fetchSingle(MEMBER, MEMBER.USER_ID.eq(zoe.get(APP_USER.ID)));
        assertThat(zoe.get(APP_USER.PHONE)).isEqualTo("05 61 00 00 00");
        assertThat(zoe.get(APP_USER.LANGUAGE)).isEqualTo("en");
        assertThat(zoe.get(APP_USER.STAFF)).isFalse();
        assertThat(zoe.get(APP_USER.PASSWORD)).isNull();
        assertThat(member.get(MEMBER.NUMBER))
                .as("the number after the one of Alice")
                .isEqualTo(2);
        assertThat(db().fetchSingle(MEMBERSHIP_FEE, MEMBERSHIP_FEE.MEMBER_ID.eq(member.get(MEMBER.ID)))
                        .get(MEMBERSHIP_FEE.VALIDATED))
                .isFalse();
    }

    @Test
    void theMailOfAnAcceptanceOpensTheAccount() {
        accept("carol", fee());
        assertThat(mailbox().kinds()).containsExactly("join-accepted");
        assertThat(mailbox().text()).contains("member no. 2", "Bienvenue <à> toi !", "within seven days");
        assertThat(browser().get().uri(mailbox().path()))
                .hasStatusOk()
                .bodyText()
                .contains("zoe.lefevre");
    }

    @Test
    void anAcceptanceIsRecordedWithItsAuthor() {
        accept("carol", fee());
        var member = db().fetchSingle(MEMBER, MEMBER.NUMBER.eq(2));
        assertThat(joinRequest()).satisfies(decided -> {
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
    void aFormerMemberComesBack() {
        long frank = given().membership(
                        cast().frank,
                        with(MEMBERSHIP.JOINED_ON, LocalDate.of(2023, 1, 1)),
                        with(MEMBERSHIP.LEFT_ON, LocalDate.of(2024, 7, 1)));
        db().update(JOIN_REQUEST).set(JOIN_REQUEST.USER_ID, cast().frank).execute();
        assertThat(as("carol").get("/admin/requests/" + request))
                .bodyText()
                .contains("C’est un retour", "30 juin 2024");

        assertThat(accept("carol", fee())).hasStatus(302);

        assertThat(db().select(MEMBERSHIP.LEFT_ON)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.MEMBER_ID.eq(frank))
                        .orderBy(MEMBERSHIP.JOINED_ON)
                        .fetch(MEMBERSHIP.LEFT_ON))
                .containsExactly(LocalDate.of(2024, 7, 1), null);
        assertThat(as("frank").get("/me")).bodyText().doesNotContain("s’est terminée");
    }

    @Test
    void anOrganisationBecomesTheMember() {
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
    void aFailedStepUndoesTheAcceptance() {
        db().execute("alter table mail add constraint mail_full check (kind <> 'join-accepted')");
        var before = counts();

        assertThat(accept("carol", fee())).hasStatus(500);

        assertThat(counts()).isEqualTo(before);
        assertThat(joinRequest().get(JOIN_REQUEST.DECISION)).isNull();
        db().execute("alter table mail drop constraint mail_full");
        assertThat(accept("carol", fee())).hasStatus(302);
        assertThat(db().fetch(MEMBER).getValues(MEMBER.NUMBER))
                .as("no member number is skipped")
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void concurrentDecisionsAcceptOnce() throws Exception {
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
        assertThat(joinRequest().get(JOIN_REQUEST.DECISION)).isEqualTo("accepted");
    }

    @Test
    void anInvalidFeeIsShownAtItsField() {
        var fields = fee();
        fields.put("amount", "douze");

        assertThat(accept("carol", fields)).hasStatus(422).bodyText().contains("amount-error", "Bienvenue");
        assertThat(joinRequest().get(JOIN_REQUEST.DECISION)).isNull();
    }

    @Test
    void onlyCrewsReadAndDecideRequests() {
        for (String username : List.of("alice", "frank", "bob")) {
            assertThat(accept(username, fee())).as(username).hasStatus(403);
            assertThat(refuse(username, "Non")).as(username).hasStatus(403);
            assertThat(as(username).get("/admin/requests")).as(username).hasStatus(403);
            assertThat(as(username).get("/admin/requests/" + request))
                    .as(username)
                    .hasStatus(403);
        }
        assertThat(browser().get().uri("/admin/requests/" + request)).hasStatus(302);
        assertThat(joinRequest().get(JOIN_REQUEST.DECISION)).isNull();
    }

    @Test
    void anUnconfirmedRequestIsNotFound() {
        db().update(JOIN_REQUEST).setNull(JOIN_REQUEST.CONFIRMED_AT).execute();

        assertThat(accept("erin", fee())).hasStatus(404);
        assertThat(refuse("erin", "Non")).hasStatus(404);
    }

    @Test
    void theHistoryNamesTheDecidingCrewMember() {
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
