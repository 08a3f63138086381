package org.jadhere.network.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
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
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The crew of a service assigns its member, start and end; only administrators change its type, label and addresses. */
@ActTest
@WithCast
class AssignmentTests {

    private long service;
    private String path = "";

    @BeforeEach
    void aServiceWithoutMember() {
        service = given().service(cast().toulouse, with(SERVICE.LABEL, "abo-1"), with(SERVICE.STARTS_ON, null));
        path = "/admin/services/" + service + "/assignment";
        given().allocation(service, "192.0.2.7");
    }

    private Record now() {
        return db().fetchSingle(SERVICE, SERVICE.ID.eq(service));
    }

    /** The member of the only holding, or null. */
    private @Nullable Long holder() {
        return db().fetchOptional(HOLDING)
                .map(held -> held.get(HOLDING.MEMBER_ID))
                .orElse(null);
    }

    private static Map<String, String> to(String member) {
        return Map.of("member", member, "starts", "2026-02-28", "ends", "2026-02-28");
    }

    @Test
    void theMemberIsFoundByNumberOrPartOfTheName() {
        for (String typed : List.of("1", "n° 1", "n°\u00a01", "#1", "1 Alice Martin", "alice", "ALICÉ")) {
            assertThat(as("carol").post(path, to(typed))).as(typed).hasStatus(302);
            assertThat(holder()).as(typed).isEqualTo(cast().aliceMember);
        }
        assertThat(now().get(SERVICE.STARTS_ON)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(now().get(SERVICE.ENDS_ON)).as("ends_on is exclusive").isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void anAmbiguousNameListsItsMembers() {
        given().membership(cast().frank);
        assertThat(as("carol").post(path, to("martin")))
                .hasStatus(422)
                .bodyText()
                .contains("1 Alice Martin", "2 Frank Martin", "value=\"martin\"", "member-error");
        assertThat(as("carol").post(path, to("personne"))).hasStatus(422);
        assertThat(holder()).isNull();
    }

    @Test
    void aMemberPutByMistakeIsRemoved() {
        String today = LocalDate.now(Texts.PARIS).toString();
        as("carol").post(path, Map.of("member", "1", "starts", today));
        assertThat(holder()).isEqualTo(cast().aliceMember);
        assertThat(as("carol").post(path, Map.of("member", ""))).hasStatus(302);
        assertThat(holder()).isNull();
        assertThat(now().get(SERVICE.STARTS_ON)).isNull();
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        assertThat(as("carol").post(path, Map.of("member", "1", "starts", "2026-03-01", "ends", "2026-02-28")))
                .hasStatus(422)
                .bodyText()
                .contains("ends-error", "value=\"2026-02-28\"");
        assertThat(holder()).isNull();
    }

    @Test
    void fieldsThatTheFormDoesNotOfferAreIgnored() {
        var forged = new LinkedHashMap<>(to("1"));
        forged.putAll(Map.of(
                "type", String.valueOf(cast().vpn),
                "typeId", String.valueOf(cast().vpn),
                "type_id", String.valueOf(cast().vpn),
                "label", "à moi",
                "notes", "forgées",
                "addresses", "198.51.100.1",
                "id", "999"));
        assertThat(as("carol").post(path, forged)).hasStatus(302);
        assertThat(now().get(SERVICE.TYPE_ID)).isEqualTo(cast().toulouse);
        assertThat(now().get(SERVICE.LABEL)).isEqualTo("abo-1");
        assertThat(now().get(SERVICE.NOTES)).isEmpty();
        assertThat(db().fetchCount(IP_ALLOCATION)).isEqualTo(1);
    }

    @Test
    void aCrewMayNotChangeTypeLabelOrAddresses() {
        String here = "/admin/services/" + service;
        var everything = Map.of("type", String.valueOf(cast().vpn), "label", "x", "addresses", "198.51.100.1");
        long address = db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.ID);
        for (String act : List.of(
                here,
                here + "/deletion",
                here + "/addresses",
                "/admin/addresses/" + address + "/termination",
                "/admin/services")) {
            assertThat(as("carol").post(act, everything)).as(act).hasStatus(403);
        }
        assertThat(now().get(SERVICE.TYPE_ID)).isEqualTo(cast().toulouse);
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNull();
    }

    @Test
    void otherCrewsAndTheBankMayNotAssign() {
        assertThat(as("dave").post(path, to("1"))).hasStatus(404);
        assertThat(as("bob").post(path, to("1"))).hasStatus(403);
        assertThat(as("alice").post(path, to("1"))).hasStatus(403);
        assertThat(holder()).isNull();
        assertThat(as("erin").post(path, to("1"))).hasStatus(302);
    }

    @Test
    void aConcurrentAssignmentIsReported() {
        long franks = given().membership(cast().frank);
        var mine = new LinkedHashMap<>(to("1"));
        mine.putAll(Map.of("was.member", "", "was.starts", "", "was.ends", ""));
        var others = new LinkedHashMap<>(mine);
        others.put("member", "2");

        assertThat(as("erin").post(path, others)).hasStatus(302);
        assertThat(as("carol").post(path, mine))
                .hasStatus(422)
                .bodyText()
                .contains("2 Frank Martin", "member-error", "value=\"1\"");
        assertThat(holder()).isEqualTo(franks);
    }

    @Test
    void anAdministratorChangesTypeAndLabel() {
        String here = "/admin/services/" + service;
        var erin = as("erin");
        assertThat(erin.post(
                        here, Map.of("type", String.valueOf(cast().vpn), "label", "tunnel", "notes", "au grenier")))
                .hasStatus(302);
        assertThat(now().get(SERVICE.TYPE_ID)).isEqualTo(cast().vpn);
        assertThat(erin.post(here, Map.of("type", "999999", "label", "x"))).hasStatus(422);
    }

    @Test
    void onlyAServiceWithoutPastIsDeleted() {
        var erin = as("erin");
        String here = "/admin/services/" + service;
        assertThat(erin.post(here + "/deletion")).hasStatus(422).bodyText().contains("adresses");

        long bare = given().service(cast().toulouse);
        assertThat(erin.post("/admin/services/" + bare + "/deletion")).hasStatus(302);
        assertThat(db().fetchExists(SERVICE, SERVICE.ID.eq(bare))).isFalse();
        assertThat(db().fetchCount(MEMBER)).isEqualTo(1);
    }
}
