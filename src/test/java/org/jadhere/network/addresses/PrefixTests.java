package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Prefixes and pools are recorded by administrators; nesting and usage are computed. */
@ActTest
@WithCast
class PrefixTests {

    private static final String LIST = "/admin/prefixes";

    private static Map<String, String> pool(String prefix, String part) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("prefix", prefix);
        fields.put("use", "pool");
        fields.put("part", part);
        fields.put("edges", "yes");
        fields.put("warn", "50");
        fields.put("description", "foyers");
        return fields;
    }

    @Test
    void aPoolShowsItsNextFreeBlocks() {
        assertThat(as("erin").post(LIST, pool("2001:0DB8:0::/32", "56"))).hasStatus(302);
        given().allocation(given().service(cast().toulouse), "2001:db8::/56");

        assertThat(as("erin").get(LIST)).bodyText().contains("2001:db8::/32", "foyers", "1\u00a0%");
        assertThat(as("erin").get(LIST + "/1"))
                .hasStatus(200)
                .bodyText()
                .contains("2001:db8:0:100::/56", "2001:db8:1::/48", "2001:db8:0:100::/60", "<svg", "255");
    }

    @Test
    void prefixesNestAndWarnWhenNearlyFull() {
        given().prefix("192.0.2.0/24");
        given().prefix("192.0.2.0/29", with(PREFIX.WARN_PERCENT, (short) 50));
        given().prefix("192.0.2.7", with(PREFIX.KIND, "reserved"), with(PREFIX.DESCRIPTION, "passerelle"));
        assertThat(as("erin").get(LIST)).bodyText().contains("niveau 2").doesNotContain("bientôt plein");

        given().allocation(given().service(cast().toulouse), "192.0.2.0/30");
        assertThat(as("erin").get(LIST)).bodyText().contains("bientôt plein", "50\u00a0%");
        assertThat(as("erin").get(LIST + "/2"))
                .bodyText()
                .contains("passerelle", "192.0.2.4", "libres\u00a0: 3", "pleins\u00a0: 4", "réservés\u00a0: 1");
    }

    @Test
    void errorsAreShownAtTheirFields() {
        given().prefix("192.0.2.0/24");
        assertThat(as("erin").post(LIST, pool("192.0.2.0/24", "32")))
                .hasStatus(422)
                .bodyText()
                .contains("prefix-error", "déjà noté");
        assertThat(as("erin").post(LIST, pool("192.0.2.1/24", "32"))).hasStatus(422);
        assertThat(as("erin").post(LIST, pool("198.51.100.0/24", "23")))
                .hasStatus(422)
                .bodyText()
                .contains("part-error");
        assertThat(as("erin").post(LIST, pool("198.51.100.0/24", "33"))).hasStatus(422);
        assertThat(db().fetchCount(PREFIX)).isEqualTo(1);
    }

    @Test
    void aConcurrentChangeIsReported() {
        long id = given().prefix("192.0.2.0/24");
        var fields = pool("", "32");
        fields.put("was.use", "pool");
        fields.put("was.edges", "yes");
        fields.put("was.warn", "");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(302);
        assertThat(db().fetchSingle(PREFIX).get(PREFIX.WARN_PERCENT)).isEqualTo((short) 50);
        fields.put("warn", "60");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(422);
    }

    @Test
    void aPrefixIsDeleted() {
        long id = given().prefix("192.0.2.0/24");
        assertThat(as("erin").post(LIST + "/" + id + "/deletion")).hasStatus(302);
        assertThat(db().fetchCount(PREFIX)).isZero();
    }

    @Test
    void onlyAdministratorsSeePrefixes() {
        long id = given().prefix("192.0.2.0/24");
        for (String username : new String[] {"alice", "bob", "carol", "dave", "frank"}) {
            assertThat(as(username).get(LIST)).hasStatus(403);
            assertThat(as(username).get(LIST + "/" + id)).hasStatus(403);
            assertThat(as(username).post(LIST, pool("198.51.100.0/24", "32"))).hasStatus(403);
        }
    }
}
