package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The account of an accepted requester: a new one, the one with the same address, or the one that sent the request. */
@ActTest
@WithCast
class AcceptedAccountTests extends JoinDecisionFixture {

    @Test
    void anAccountWithTheSameAddressIsOffered() {
        given().email(cast().frank, 1, "ZOE@example.org");
        assertThat(as("carol").get("/admin/requests/" + request))
                .bodyText()
                .contains("name=\"account\"", "Frank Martin (frank)")
                .doesNotContain("(alice)");
    }

    @Test
    void accountsWithAnotherAddressAreRefused() {
        given().email(cast().frank, 1, "ZOE@example.org");
        for (String forged : List.of(String.valueOf(cast().alice), String.valueOf(cast().erin), "999999", "x")) {
            var fields = fee();
            fields.put("account", forged);
            assertThat(accept("carol", fields))
                    .as(forged)
                    .hasStatus(422)
                    .bodyText()
                    .contains("account-error");
        }
    }

    @Test
    void anExistingAccountBecomesTheMember() {
        given().email(cast().frank, 1, "ZOE@example.org");
        var fields = fee();
        fields.put("account", String.valueOf(cast().frank));
        assertThat(accept("carol", fields)).hasStatus(302);

        assertThat(db().fetchCount(MEMBER, MEMBER.USER_ID.eq(cast().frank))).isOne();
        assertThat(db().fetchCount(APP_USER)).isEqualTo(6);
        assertThat(mailbox().kinds()).containsExactly("join-accepted-known");
        assertThat(mailbox().text()).doesNotContain("/login/password/");
    }

    @Test
    void aLoggedInRequesterKeepsTheirAccount() {
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
    void anExternalIdOfAnAccountIsNotItsOwner() {
        String alices = db().fetchValue(APP_USER.EXTERNAL_ID, APP_USER.ID.eq(cast().alice));
        db().update(JOIN_REQUEST).set(JOIN_REQUEST.EXTERNAL_ID, alices).execute();

        assertThat(accept("carol", fee())).hasStatus(302);

        assertThat(db().fetchCount(LINK, LINK.USER_ID.eq(cast().alice)))
                .as("links into Alice’s account")
                .isZero();
        assertThat(db().fetchCount(APP_USER, APP_USER.USERNAME.eq("zoe.lefevre")))
                .isOne();
    }
}
