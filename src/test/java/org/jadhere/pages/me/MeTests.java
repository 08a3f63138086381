package org.jadhere.pages.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The page /me shows the data of the user and of the organisations that they act for. */
@PageTest
@WithCast
class MeTests {

    @Test
    void showsAllDataOfAMember() {
        given().email(cast().alice, 1, "alice@example.net");
        given().fee(cast().aliceMember, with(MEMBERSHIP_FEE.AMOUNT, Money.parse("17.5")));
        long service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "abo-alice"));
        given().payment(service);
        given().allocation(service, "192.0.2.7");
        given().allocation(service, "2001:db8:42::/48");

        assertThat(as("alice").get("/me"))
                .hasStatus(200)
                .bodyText()
                .contains("alice@example.org", "alice@example.net", "n°\u00a01", "17,50", "abo-alice", "28,00")
                .contains("192.0.2.7", "2001:db8:42::/48", "Toulouse", "Virement permanent", "par mois");
    }

    @Test
    void showsNoDataOfOthers() {
        long other = given().service(
                        cast().toulouse,
                        with(SERVICE.LABEL, "abo-des-autres"),
                        with(HOLDING.MEMBER_ID, given().member("zoe")));
        given().allocation(other, "192.0.2.99");

        assertThat(as("alice").get("/me")).bodyText().doesNotContain("abo-des-autres", "192.0.2.99", "zoe");
    }

    @Test
    void showsOrganisationsThatTheUserActsFor() {
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().frank, hublot);
        given().service(
                        cast().vpn,
                        with(HOLDING.MEMBER_ID, given().membershipOfOrganisation(hublot)),
                        with(SERVICE.LABEL, "vpn-hublot"));
        given().acts(cast().frank, given().organisation("Pas encore membre"));

        assertThat(as("frank").get("/me"))
                .bodyText()
                .contains("Le Hublot", "n°\u00a02", "vpn-hublot", "Pas encore membre");
    }

    @Test
    void saysThatTheUserIsNotAMember() {
        assertThat(as("frank").get("/me")).bodyText().contains("pas encore adhérent·e");
    }

    @Test
    void isAvailableInEnglish() {
        assertThat(as("alice").get("/me?lang=en")).hasStatus(200).bodyText().contains("Contact details", "lang=\"en\"");
    }
}
