package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history shows a user only what the pages of its rows show, as a list and as a file. */
@PageTest
@WithCast
class HistoryReachTests {

    private static final Set<String> SECRETS =
            Set.of("tunnel-secret", "198.51.100.77", "43,21", "note-secrète", "45,67", "cadeau");

    @SuppressWarnings("NullAway.Init")
    private HistoryReader history;

    private long hidden;
    private long payment;
    private long allocation;

    @BeforeEach
    void aVpnOfAliceWithADeletedPayment() {
        history = new HistoryReader(browser(), db());
        hidden = given().service(
                        cast().vpn,
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "tunnel-secret"),
                        with(SERVICE.NOTES, "note-secrète"));
        payment = given().payment(hidden, with(PAYMENT.AMOUNT, Money.parse("43.21")), with(PAYMENT.NOTE, "cadeau"));
        allocation = given().allocation(hidden, "198.51.100.77");
        given().service(
                        cast().toulouse,
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "abo-visible"));
        given().fee(cast().aliceMember);
        given().acts(cast().alice, given().organisation("Le Hublot"));
        given().prefix("192.0.2.0/24");
        history.acting(cast().dave);
        db().update(SERVICE)
                .set(SERVICE.NOTES, "note-secrète, plus longue")
                .where(SERVICE.ID.eq(hidden))
                .execute();
        long mistake = given().payment(hidden, with(PAYMENT.AMOUNT, Money.parse("45.67")));
        db().deleteFrom(PAYMENT).where(PAYMENT.ID.eq(mistake)).execute();
    }

    private Stream<String> questions() {
        var kinds = Stream.of(TrackedTable.values())
                .flatMap(kind -> Stream.of(
                        "?kind=" + kind.word(),
                        "?kind=" + kind.word() + "&id=" + hidden,
                        "?kind=" + kind.word() + "&id=" + payment,
                        "?kind=" + kind.word() + "&id=" + allocation));
        var others = Stream.of(
                "",
                "?q=dave",
                "?actor=" + cast().dave,
                "?action=insert",
                "?action=delete",
                "?action=validation",
                "?action=update&q=Dave",
                "?from=2020-01-01&to=9999-12-31",
                "?after=9999-01-01T00:00:00Z~99999999",
                "?before=2000-01-01T00:00:00Z~0",
                "?kind=user&id=" + cast().alice,
                "?kind=member&id=" + cast().aliceMember,
                "?kind=service-type&id=" + cast().vpn);
        return Stream.concat(kinds, others).flatMap(question -> Stream.of(question, "/export" + question));
    }

    @Test
    void aCrewSeesNothingOfOtherCrewsServices() {
        questions()
                .forEach(question -> assertThat(history.page("carol", "/admin/history" + question))
                        .as(question)
                        .doesNotContain(SECRETS)
                        .doesNotContain("/admin/services/" + hidden + "\"", "service VPN", ">VPN<")
                        .doesNotContain("a ajouté l’équipage", "dans l’équipage", "préfixe 192.0.2.0/24"));
    }

    @Test
    void theOwnCrewSeesDeletedPaymentsToo() {
        assertThat(history.list("dave", "?kind=service&id=" + hidden))
                .contains(SECRETS)
                .contains("Dave Martin a supprimé le paiement 45,67 €");
    }

    @Test
    void theBankSeesPaymentsButNeitherNotesNorAddresses() {
        assertThat(history.list("bob", "?kind=service&id=" + hidden))
                .contains("43,21", "45,67", "cadeau", "le service tunnel-secret");
        questions()
                .forEach(question -> assertThat(history.page("bob", "/admin/history" + question))
                        .as(question)
                        .doesNotContain("198.51.100.77", "note-secrète", "alice@example.org", "Le Hublot")
                        .doesNotContain("le compte ", "équipage", "préfixe 192.0.2.0/24"));
    }

    @ParameterizedTest
    @CsvSource({
        "carol, user email organisation representative member membership fee service-type service holding",
        "dave, user email organisation representative member membership fee service-type service holding payment address",
        "bob, member membership fee service holding payment",
        "erin, user email organisation representative member membership fee crew crew-member crew-permission service-type service holding payment prefix address",
    })
    void eachRoleSeesItsKinds(String reader, String kinds) {
        var read = Stream.of(TrackedTable.values())
                .map(TrackedTable::word)
                .filter(kind -> !history.list(reader, "?kind=" + kind).contains("Rien ne correspond"))
                .collect(Collectors.toSet());

        assertThat(read).containsExactlyInAnyOrder(kinds.split(" "));
    }

    @Test
    void usersWithoutACrewAreRefused() {
        for (String reader : List.of("alice", "frank")) {
            assertThat(as(reader).get("/admin/history")).hasStatus(403);
            assertThat(as(reader).get("/admin/history/export")).hasStatus(403);
        }
    }

    @Test
    void aRowMovedBetweenCrewsShowsNoSecrets() {
        long visible = given().service(cast().toulouse, with(SERVICE.LABEL, "abo-autre"));
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.SERVICE_ID, visible)
                .where(IP_ALLOCATION.ID.eq(allocation))
                .execute();
        db().update(PAYMENT)
                .set(PAYMENT.SERVICE_ID, visible)
                .setNull(PAYMENT.HOLDING_ID)
                .where(PAYMENT.ID.eq(payment))
                .execute();

        assertThat(history.list("carol", "?kind=service&id=" + visible))
                .contains("abo-autre")
                .doesNotContain(SECRETS);
    }

    @Test
    void aDeletedServiceStaysVisibleToItsCrew() {
        db().deleteFrom(IP_ALLOCATION).execute();
        db().deleteFrom(PAYMENT).execute();
        db().deleteFrom(SERVICE).where(SERVICE.ID.eq(hidden)).execute();

        assertThat(history.list("dave", "?kind=service&id=" + hidden))
                .contains("a supprimé le service tunnel-secret", "43,21");
        questions()
                .forEach(question -> assertThat(history.page("carol", "/admin/history" + question))
                        .as(question)
                        .doesNotContain(SECRETS));
    }

    @Test
    void aTypeTakesItsHistoryToItsNewCrew() {
        db().execute("update service_type set crew_id = " + cast().toulouseCrew + " where id = " + cast().vpn);

        assertThat(history.list("carol", "?kind=service&id=" + hidden)).contains("43,21", "tunnel-secret");
    }
}
