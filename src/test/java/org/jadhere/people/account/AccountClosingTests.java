package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A user asks to have their account closed, and a crew answers. */
@ActTest
@WithCast
class AccountClosingTests {

    @Test
    void aRequestIsStoredOnceAndCanBeWithdrawn() {
        var fields = Map.of("message", "Je déménage <b>");
        assertThat(as("alice").post("/me/closing", Map.of("message", "x".repeat(5001))))
                .hasStatus(422);
        as("alice").post("/me/closing", fields);
        assertThat(as("alice").post("/me/closing", fields)).hasRedirectedUrl("/me/closing?done=closing-asked");
        assertThat(db().fetchCount(CLOSING_REQUEST)).isOne();
        assertThat(as("carol").get("/admin/closings")).bodyText().contains("Alice Martin", "Je déménage &lt;b&gt;");

        assertThat(as("alice").post("/me/closing/withdrawal")).hasStatus(302);
        as("alice").post("/me/closing/withdrawal");

        assertThat(as("carol").get("/admin/closings")).bodyText().doesNotContain("Je déménage");
        as("alice").post("/me/closing", fields);
        assertThat(db().fetchCount(CLOSING_REQUEST)).isEqualTo(2);
        assertThat(db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("closing_request")))
                .isEqualTo(3);
    }

    @Test
    void aCrewRepliesByMailAlsoToAClosedAccount() {
        as("alice").post("/me/closing", Map.of("message", ""));
        long id = db().fetchSingle(CLOSING_REQUEST).get(CLOSING_REQUEST.ID);
        String path = "/admin/closings/" + id + "/reply";
        for (String other : List.of("alice", "frank", "bob")) {
            assertThat(as(other).post(path, Map.of("reply-" + id, "x")))
                    .as(other)
                    .hasStatus(403);
        }
        assertThat(as("carol").post(path)).hasStatus(422).bodyText().contains("reply-" + id + "-error");
        db().update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(as("carol").post(path, Map.of("reply-" + id, "C’est fait."))).hasStatus(302);

        assertThat(new Mailbox(db(), "alice@example.org").kinds()).containsExactly("closing-done");
        assertThat(new Mailbox(db(), "alice@example.org").text()).contains("C’est fait.");
        assertThat(db().fetchSingle(CLOSING_REQUEST).get(CLOSING_REQUEST.DECIDED_BY))
                .isEqualTo(cast().carol);
        assertThat(as("dave").post(path, Map.of("reply-" + id, "Moi aussi.")))
                .as("the second of two replies")
                .hasStatus(404);
        assertThat(db().fetchCount(MAIL)).isOne();
    }
}
