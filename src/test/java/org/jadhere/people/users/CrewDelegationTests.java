package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** An administrator delegates a service type: crew, type and staff status take effect with the next request. */
@ActTest
@WithCast
class CrewDelegationTests {

    @Test
    void crewAndStaffStatusOpenTheAdministration() {
        var erin = as("erin");
        assertThat(as("frank").get("/admin/services")).hasStatus(403);

        assertThat(erin.post("/admin/crews", Map.of("name", "equipage-blagnac")))
                .hasStatus(302);
        long crew = db().fetchSingle(CREW, CREW.NAME.eq("equipage-blagnac")).get(CREW.ID);
        assertThat(erin.post("/admin/service-types", Map.of("name", "Abo Blagnac", "crew", "" + crew, "amount", "28")))
                .hasStatus(302);
        assertThat(erin.post("/admin/crews/" + crew + "/people", Map.of("person", "frank")))
                .hasStatus(302);
        assertThat(erin.get("/admin/crews/" + crew))
                .bodyText()
                .contains("Frank Martin", "sans statut équipe", "Abo Blagnac");
        assertThat(as("frank").get("/admin/services")).as("not staff yet").hasStatus(403);

        assertThat(erin.proved()
                        .post(
                                "/admin/users/" + cast().frank + "/status",
                                Map.of("active", "yes", "staff", "yes", "crew-" + crew, "yes")))
                .hasStatus(302);
        assertThat(as("frank").get("/admin/services")).hasStatus(200);

        assertThat(erin.proved().post("/admin/users/" + cast().frank + "/status", Map.of("active", "yes")))
                .hasStatus(302);
        assertThat(as("frank").get("/admin/services"))
                .as("after staff status is removed")
                .hasStatus(403);
        assertThat(db().fetchCount(CREW_MEMBER, CREW_MEMBER.USER_ID.eq(cast().frank)))
                .isZero();
    }

    @Test
    void permissionsOfACrewAreStored() {
        var erin = as("erin");
        var boxes = Map.of(
                "name", "equipage-banque",
                "payment.add", "yes",
                "payment.change", "yes",
                "payment.delete", "yes",
                "payment.validate", "yes",
                "payment.everything", "yes");
        assertThat(erin.post("/admin/crews", boxes)).hasStatus(302);
        long crew = db().fetchSingle(CREW, CREW.NAME.eq("equipage-banque")).get(CREW.ID);
        assertThat(db().fetchCount(CREW_PERMISSION, CREW_PERMISSION.CREW_ID.eq(crew)))
                .as("a permission that does not exist is ignored")
                .isEqualTo(4);
        assertThat(erin.post("/admin/crews/" + crew, Map.of("name", "equipage-banque", "payment.add", "yes")))
                .hasStatus(302);
        assertThat(db().fetchCount(CREW_PERMISSION, CREW_PERMISSION.CREW_ID.eq(crew)))
                .isEqualTo(1);
    }

    @Test
    void aUsedNameIsReportedAtTheField() {
        var erin = as("erin");
        assertThat(erin.post("/admin/crews", Map.of("name", "bank")))
                .hasStatus(422)
                .bodyText()
                .contains("name-error", "value=\"bank\"");
        assertThat(erin.post("/admin/crews", Map.of("name", " "))).hasStatus(422);
    }

    @Test
    void aFormSentTwiceCreatesOneCrew() {
        var erin = as("erin");
        var form = Map.of("name", "equipage-nord", "once", UUID.randomUUID().toString());
        erin.post("/admin/crews", form);
        assertThat(erin.post("/admin/crews", form)).hasStatus(302);
        assertThat(db().fetchCount(CREW, CREW.NAME.eq("equipage-nord"))).isEqualTo(1);
    }

    @Test
    void onlyACrewWithoutTypesIsDeleted() {
        var erin = as("erin");
        assertThat(erin.post("/admin/crews/" + cast().toulouseCrew + "/deletion"))
                .hasStatus(422);
        assertThat(erin.post("/admin/crews/" + cast().bankCrew + "/deletion")).hasStatus(302);
        assertThat(db().fetchExists(CREW, CREW.ID.eq(cast().bankCrew))).isFalse();
        assertThat(as("bob").get("/admin/payments"))
                .as("its members lose their rights")
                .hasStatus(403);
    }

    @Test
    void onlyATypeWithoutServicesIsDeleted() {
        var erin = as("erin");
        given().service(cast().toulouse);
        assertThat(erin.post("/admin/service-types/" + cast().toulouse + "/deletion"))
                .hasStatus(422);
        assertThat(erin.post("/admin/service-types/" + cast().vpn + "/deletion"))
                .hasStatus(302);
        assertThat(db().fetchValues(SERVICE_TYPE.NAME)).containsExactly("Toulouse");
    }

    @Test
    void invalidServiceTypesAreRejected() {
        var erin = as("erin");
        assertThat(erin.post("/admin/service-types", Map.of("name", "Toulouse")))
                .hasStatus(422);
        assertThat(erin.post("/admin/service-types", Map.of("name", "X", "crew", "999999")))
                .hasStatus(422);
        assertThat(erin.post("/admin/service-types", Map.of("name", "X", "months", "5", "amount", "-1")))
                .hasStatus(422);
        assertThat(db().fetchCount(SERVICE_TYPE)).isEqualTo(2);
    }

    @Test
    void theLastAdministratorKeepsTheirRights() {
        String path = "/admin/users/" + cast().erin + "/status";
        assertThat(as("erin").proved().post(path, Map.of("active", "yes", "staff", "yes")))
                .hasStatus(422);
        assertThat(as("erin").proved().post(path, Map.of("superuser", "yes")))
                .as("an inactive account")
                .hasStatus(422);
        assertThat(db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().erin)).get(APP_USER.SUPERUSER))
                .isTrue();

        as("erin")
                .proved()
                .post("/admin/users/" + cast().frank + "/status", Map.of("active", "yes", "superuser", "yes"));
        assertThat(as("erin").proved().post(path, Map.of("active", "yes"))).hasStatus(302);
    }

    @Test
    void onlyAdministratorsGrantRights() {
        for (String user : List.of("alice", "frank", "carol", "dave", "bob")) {
            var sender = as(user);
            var all = Map.of("active", "yes", "staff", "yes", "superuser", "yes", "name", "x", "person", user);
            for (String path : List.of(
                    "/admin/users/" + cast().carol + "/status",
                    "/admin/users/" + cast().carol + "/password",
                    "/admin/crews",
                    "/admin/crews/" + cast().bankCrew,
                    "/admin/crews/" + cast().bankCrew + "/people",
                    "/admin/service-types",
                    "/admin/service-types/" + cast().vpn)) {
                assertThat(sender.post(path, all)).as(user + " at " + path).hasStatus(403);
            }
        }
        assertThat(db().fetchCount(APP_USER, APP_USER.SUPERUSER.isTrue())).isEqualTo(1);
    }

    @Test
    void aForgedStaffFieldIsIgnored() {
        assertThat(as("carol")
                        .post(
                                "/admin/users/" + cast().frank,
                                Map.of("last-name", "Petit", "staff", "yes", "superuser", "yes", "username", "root")))
                .hasStatus(302);
        var frank = db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().frank));
        assertThat(frank.get(APP_USER.STAFF)).isFalse();
        assertThat(frank.get(APP_USER.SUPERUSER)).isFalse();
        assertThat(frank.get(APP_USER.USERNAME)).isEqualTo("frank");
    }

    @Test
    void aPasswordIsValidatedAndNeverShown() {
        String path = "/admin/users/" + cast().frank + "/password";
        assertThat(as("erin").proved().post(path, Map.of("password", "azerty")))
                .hasStatus(422)
                .bodyText()
                .contains("password-error")
                .doesNotContain("azerty");
        assertThat(as("erin").proved().post(path, Map.of("password", "quatre canards sous la pluie")))
                .hasStatus(302);
        assertThat(db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().frank)).get(APP_USER.PASSWORD))
                .startsWith("{argon2}");
    }
}
