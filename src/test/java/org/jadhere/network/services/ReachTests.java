package org.jadhere.network.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.as;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crew sees the services of its types and learns nothing of any other, whichever way it asks. */
@PageTest
@WithCast
class ReachTests {

    private static final String SECRET = "tunnel-secret";
    private static final String SECRET_ADDRESS = "198.51.100.77";

    private long hidden;
    private long payment;
    private long allocation;

    @BeforeEach
    void aVpnOfAlice() {
        hidden = given().service(
                        cast().vpn,
                        with(SERVICE.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, SECRET),
                        with(SERVICE.NOTES, "note-secrète"));
        payment =
                given().payment(hidden, with(PAYMENT.AMOUNT, Money.parse("43.21")), with(PAYMENT.NOTE, "note-secrète"));
        allocation = given().allocation(hidden, SECRET_ADDRESS);
        given().service(
                        cast().toulouse,
                        with(SERVICE.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "abo-visible"));
    }

    private Stream<String> waysToAsk() {
        var lists = List.of("/admin/services", "/admin/payments", "/admin/addresses");
        var questions = List.of(
                "",
                "?q=" + SECRET,
                "?q=secret",
                "?q=Alice",
                "?q=1",
                "?q=" + SECRET_ADDRESS,
                "?q=198.51.100.0/24",
                "?type=" + cast().vpn,
                "?type=" + cast().vpn + "&q=Alice",
                "?sort=amount",
                "?sort=start",
                "?sort=label-desc",
                "?sort=address-desc",
                "?after=t~0",
                "?before=z~99999999",
                "?validated=no",
                "?current=yes",
                "?state=active&member=yes");
        var others = Stream.of(
                "/admin/",
                "/admin/service-types",
                "/admin/members/" + cast().aliceMember,
                "/admin/users/" + cast().alice,
                "/me");
        return Stream.concat(
                others, lists.stream().flatMap(list -> questions.stream().map(list::concat)));
    }

    @Test
    void noListNoSearchNoSortAndNoPageTellsOfAnotherCrewsService() {
        waysToAsk()
                .forEach(address -> assertThat(browser().get().uri(address).with(as("carol")))
                        .as(address)
                        .hasStatus(200)
                        .bodyText()
                        .doesNotContain(address.contains("q=") ? ">" + SECRET : SECRET)
                        .doesNotContain(address.contains("q=") ? ">" + SECRET_ADDRESS : SECRET_ADDRESS)
                        .doesNotContain("43,21")
                        .doesNotContain("note-secrète")
                        .doesNotContain(">VPN<")
                        .doesNotContain("/admin/services/" + hidden + "\""));
    }

    @Test
    void theirAddressesAreNotFound() {
        for (String address : List.of(
                "/admin/services/" + hidden,
                "/admin/payments/" + payment,
                "/admin/addresses/" + allocation,
                "/admin/service-types/" + cast().vpn)) {
            assertThat(browser().get().uri(address).with(as("carol")))
                    .as(address)
                    .hasStatus(404);
            assertThat(browser().get().uri(address).with(as("dave")))
                    .as(address)
                    .hasStatus(200);
        }
    }

    @Test
    void theOwnCrewSeesItAll() {
        assertThat(browser().get().uri("/admin/services/" + hidden).with(as("dave")))
                .bodyText()
                .contains(SECRET, SECRET_ADDRESS, "43,21", "note-secrète", "Alice");
    }

    @Test
    void theBankSeesThePaymentsOfAllServicesButNeitherAddressesNorNotes() {
        assertThat(browser().get().uri("/admin/payments").with(as("bob")))
                .bodyText()
                .contains("43,21", SECRET);
        assertThat(browser().get().uri("/admin/services/" + hidden).with(as("bob")))
                .bodyText()
                .contains("43,21", SECRET)
                .doesNotContain(SECRET_ADDRESS, "<dd class=\"text\">note-secrète");
        assertThat(browser().get().uri("/admin/services").with(as("bob")))
                .bodyText()
                .doesNotContain(SECRET_ADDRESS);
    }

    @Test
    void theBankDoesNotFindAServiceByItsAddress() {
        assertThat(browser().get().uri("/admin/addresses?q=" + SECRET_ADDRESS).with(as("bob")))
                .hasStatus(403);
    }
}
