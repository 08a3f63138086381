package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Members declare the reverse names of their own addresses. */
@ActTest
@WithCast
class OwnReverseNameTests extends ReverseNameFixture {

    @Test
    void aMemberNamesTheirOwnAddresses() {
        assertThat(declare("alice", MINE, "192.0.2.7", "maison.example.org"))
                .hasStatus(302)
                .hasRedirectedUrl("/me/reverse?done=reverse-declared");
        assertThat(declare("alice", MINE, "2001:db8:7::25", "mail.example.org")).hasStatus(302);
        assertThat(as("alice").get(MINE))
                .hasStatus(200)
                .bodyText()
                .contains("maison.example.org", "mail.example.org", "2001:db8:7::/48");

        String path = MINE + "/"
                + db().fetchSingle(REVERSE_NAME, REVERSE_NAME.NAME.eq("maison.example.org"))
                        .get(REVERSE_NAME.ID);
        assertThat(as("alice").post(path, Map.of("name", "chez-moi.example.org")))
                .hasStatus(302);
        assertThat(names()).containsExactly("chez-moi.example.org", "mail.example.org");
        assertThat(as("alice").post(path + "/deletion")).hasStatus(302);
        assertThat(names()).containsExactly("mail.example.org");
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .getValues(HISTORY.ACTOR))
                .containsExactly("alice");
    }

    @Test
    void usersCannotNameAddressesOfOthers() {
        long id = declared("192.0.2.7", "maison.example.org");
        for (String username : List.of("bob", "carol", "dave", "frank")) {
            assertThat(declare(username, MINE, "192.0.2.7", "x.example.org"))
                    .hasStatus(422)
                    .bodyText()
                    .doesNotContain("vm-alice", "maison");
            assertThat(as(username).get(MINE + "/" + id)).hasStatus(404);
            assertThat(as(username).post(MINE + "/" + id, Map.of("name", "x.example.org")))
                    .hasStatus(404);
            assertThat(as(username).post(MINE + "/" + id + "/deletion")).hasStatus(404);
            assertThat(as(username).get(LIST)).hasStatus(403);
            assertThat(declare(username, LIST, "192.0.2.7", "x.example.org")).hasStatus(403);
            assertThat(as(username).post(LIST + "/" + id, Map.of("name", "x.example.org")))
                    .hasStatus(403);
            assertThat(as(username).post(LIST + "/" + id + "/deletion")).hasStatus(403);
        }
        assertThat(declare("alice", MINE, "192.0.2.8", "x.example.org"))
                .as("not allocated")
                .hasStatus(422);
        assertThat(declare("alice", LIST, "192.0.2.7", "x.example.org")).hasStatus(403);
        assertThat(names()).containsExactly("maison.example.org");
    }

    @Test
    void aMemberOfAnEndedServiceDeclaresNoNames() {
        long id = declared("192.0.2.7", "maison.example.org");
        db().update(HOLDING)
                .set(HOLDING.ENDS_ON, LocalDate.of(2026, 1, 1))
                .where(HOLDING.SERVICE_ID.eq(service))
                .execute();
        db().update(SERVICE)
                .set(SERVICE.ENDS_ON, LocalDate.of(2026, 1, 1))
                .where(SERVICE.ID.eq(service))
                .execute();

        assertThat(declare("alice", MINE, "2001:db8:7::25", "mail.example.org")).hasStatus(422);
        assertThat(as("alice").get(MINE + "/" + id)).hasStatus(404);
        assertThat(as("alice").get(MINE)).bodyText().doesNotContain("maison.example.org");
    }

    @Test
    void aServiceHasAtMost256Names() {
        db().execute(
                        "insert into reverse_name (address, name) select '2001:db8:7::'::inet + i, 'h' || i || '.example.org' "
                                + "from generate_series(1, 256) i");
        assertThat(declare("alice", MINE, "192.0.2.7", "one-more.example.org")).hasStatus(422);
        assertThat(declare("erin", LIST, "192.0.2.7", "one-more.example.org")).hasStatus(302);
    }
}
