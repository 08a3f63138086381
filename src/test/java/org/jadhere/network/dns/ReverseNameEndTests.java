package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A reverse name ends with the allocation or the member that it depends on, and the serial of the zones grows. */
@ActTest
@WithCast
class ReverseNameEndTests extends ReverseNameFixture {

    private List<String> published() {
        return zones.all().stream()
                .flatMap(zone -> zone.lines().stream())
                .map(Zone.Line::value)
                .toList();
    }

    @Test
    void aNameEndsWithTheAllocation() {
        declared("192.0.2.7", "maison.example.org");
        declared("2001:db8:7::25", "mail.example.org");
        assertThat(published()).contains("maison.example.org.", "mail.example.org.");

        assertThat(as("erin").post("/admin/addresses/" + allocation + "/termination"))
                .hasStatus(302);
        assertThat(names()).containsExactly("mail.example.org");
        given().allocation(given().service(cast().vpn), "192.0.2.7", with(IP_ALLOCATION.HELD_FROM, Instant.now()));
        assertThat(published()).containsExactly("mail.example.org.");
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .get(HISTORY.ACTOR))
                .isEqualTo("erin");
    }

    @Test
    void aNameOfTheAssociationEndsWithAnAllocation() {
        declared("192.0.2.9", "libre.example.org");
        given().allocation(
                        service,
                        "192.0.2.9",
                        with(IP_ALLOCATION.HELD_FROM, Instant.now().minusSeconds(1)));
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameEndsWithTheMemberOfTheService() {
        declared("192.0.2.7", "maison.example.org");
        db().update(SERVICE)
                .set(SERVICE.LABEL, "autre")
                .where(SERVICE.ID.eq(service))
                .execute();
        assertThat(names()).as("another label does not end the name").hasSize(1);
        LocalDate today = LocalDate.now(Texts.PARIS);
        db().update(HOLDING).set(HOLDING.ENDS_ON, today).execute();
        assertThat(names()).as("a pause does not end the name").hasSize(1);
        given().holding(
                        service,
                        with(HOLDING.MEMBER_ID, given().membership(cast().frank)),
                        with(HOLDING.STARTS_ON, today));
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameEndsAtTheScheduledEnd() {
        declared("192.0.2.7", "maison.example.org");
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, Instant.now().plusSeconds(3600))
                .where(IP_ALLOCATION.ID.eq(allocation))
                .execute();
        assertThat(published()).containsExactly("maison.example.org.");
        long before = serial();

        reachTheEndOfTheAllocation();
        assertThat(published()).isEmpty();
        assertThat(names()).isEmpty();
        assertThat(serial()).isGreaterThan(before);
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .get(HISTORY.DOOR))
                .isEqualTo("program");
    }

    /** Without triggers, since no statement runs when a scheduled end is reached. */
    private void reachTheEndOfTheAllocation() {
        db().execute("alter table ip_allocation disable trigger user; "
                + "update ip_allocation set held_until = now() - interval '1 second' where id = " + allocation + "; "
                + "alter table ip_allocation enable trigger user");
    }

    private long serial() {
        return db().fetchSingle("select serial from zone_serial").get(0, Long.class);
    }

    @Test
    void theSerialGrowsWithEachChangeOnly() {
        long first = serial();
        long id = declared("192.0.2.7", "maison.example.org");
        long second = serial();
        assertThat(second).isGreaterThan(first).isGreaterThanOrEqualTo(2026010100L);
        as("erin").post(LIST + "/" + id, Map.of("name", "b.example.org"));
        assertThat(serial()).isEqualTo(second + 1);
        assertThat(published()).isEqualTo(published());
        assertThat(serial()).as("reading does not change the serial").isEqualTo(second + 1);
        given().prefix("198.51.100.0/24");
        assertThat(serial()).isEqualTo(second + 2);
    }
}
