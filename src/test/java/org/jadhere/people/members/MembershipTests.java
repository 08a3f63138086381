package org.jadhere.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Crews make users members, with or without a first fee; an administrator ends a membership. */
@ActTest
@WithCast
class MembershipTests {

    @Test
    void aUserJoinsOnceWithTheNextNumber() {
        String path = "/admin/users/" + cast().frank + "/membership";
        assertThat(as("carol").post(path)).hasStatus(302);
        assertThat(as("carol").post(path)).as("sent twice").hasStatus(302);
        assertThat(db().fetchSingle(MEMBER, MEMBER.USER_ID.eq(cast().frank)).get(MEMBER.NUMBER))
                .isEqualTo(2);
        assertThat(as("carol").get("/admin/users/" + cast().frank))
                .as("a member has one page")
                .hasRedirectedUrl("/admin/members/2");
        assertThat(as("bob").post("/admin/users/" + cast().dave + "/membership"))
                .hasStatus(403);
        assertThat(as("carol").post("/admin/users/999999/membership")).hasStatus(404);
    }

    @Test
    void aUserJoinsWithAValidFirstFeeOrNotAtAll() {
        String path = "/admin/users/" + cast().frank + "/membership";
        var fee = new LinkedHashMap<String, String>();
        fee.put("amount", "quinze");
        fee.put("method", "cash");
        fee.put("from", "2026-01-01");
        fee.put("to", "2026-12-31");
        fee.put("once", UUID.randomUUID().toString());
        assertThat(as("carol").post(path, fee)).hasStatus(422).bodyText().contains("value=\"quinze\"", "amount-error");
        assertThat(db().fetchExists(MEMBER, MEMBER.USER_ID.eq(cast().frank))).isFalse();

        fee.put("amount", "15");
        assertThat(as("bob").post(path, fee)).hasStatus(403);
        assertThat(as("carol").post(path, fee)).hasStatus(302);
        assertThat(as("carol").post(path, fee)).as("sent twice").hasStatus(302);
        assertThat(db().fetchCount(MEMBERSHIP_FEE)).isEqualTo(1);
    }

    @Test
    void anAdministratorEndsAMembership() {
        String path = "/admin/members/" + cast().aliceMember;
        assertThat(as("erin").post(path, Map.of("joined", "2024-02-29", "left", "2026-02-28")))
                .hasStatus(302);
        assertThat(db().fetchSingle(MEMBERSHIP).get(MEMBERSHIP.LEFT_ON)).isEqualTo("2026-03-01");
        assertThat(as("erin").post(path, Map.of("joined", "2024-02-29", "left", "2024-02-28")))
                .hasStatus(422);
        assertThat(as("carol").post(path, Map.of("joined", "2024-01-01"))).hasStatus(403);
    }
}
