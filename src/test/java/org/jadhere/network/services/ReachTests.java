package org.jadhere.network.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crew sees the services of its types and no data of other services, in any list, search, order or page. */
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
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, SECRET),
                        with(SERVICE.NOTES, "note-secrète"));
        payment =
                given().payment(hidden, with(PAYMENT.AMOUNT, Money.parse("43.21")), with(PAYMENT.NOTE, "note-secrète"));
        allocation = given().allocation(hidden, SECRET_ADDRESS);
        given().service(
                        cast().toulouse,
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "abo-visible"));
    }

    private Stream<String> addresses() {
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
                "/admin/users/" + cast().frank,
                "/me");
        return Stream.concat(
                others, lists.stream().flatMap(list -> questions.stream().map(list::concat)));
    }

    @Test
    void noPageShowsAServiceOfAnotherCrew() {
        addresses()
                .forEach(address -> assertThat(as("carol").get(address))
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
    void pagesOfAnotherCrewsServiceAreNotFound() {
        for (String address : List.of(
                "/admin/services/" + hidden,
                "/admin/payments/" + payment,
                "/admin/addresses/" + allocation,
                "/admin/service-types/" + cast().vpn)) {
            assertThat(as("carol").get(address)).as(address).hasStatus(404);
            assertThat(as("dave").get(address)).as(address).hasStatus(200);
        }
    }

    @Test
    void theOwnCrewSeesTheWholeService() {
        assertThat(as("dave").get("/admin/services/" + hidden))
                .bodyText()
                .contains(SECRET, SECRET_ADDRESS, "43,21", "note-secrète", "Alice");
    }

    @Test
    void theBankSeesPaymentsButNeitherAddressesNorNotes() {
        assertThat(as("bob").get("/admin/payments")).bodyText().contains("43,21", SECRET);
        assertThat(as("bob").get("/admin/services/" + hidden))
                .bodyText()
                .contains("43,21", SECRET)
                .doesNotContain(SECRET_ADDRESS, "<dd class=\"text\">note-secrète");
        assertThat(as("bob").get("/admin/services")).bodyText().doesNotContain(SECRET_ADDRESS);
    }

    @Test
    void theBankMayNotSearchByAddress() {
        assertThat(as("bob").get("/admin/addresses?q=" + SECRET_ADDRESS)).hasStatus(403);
    }
}
