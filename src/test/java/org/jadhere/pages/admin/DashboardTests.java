package org.jadhere.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.support.Given;
import org.jadhere.support.PageTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The boxes of open tasks on the first page of the administration, by role. */
@PageTest
@WithCast
class DashboardTests {

    private static final Pattern TITLE = Pattern.compile("<h3>(.*?)</h3>");
    private static final Pattern LINK = Pattern.compile(
            "<span class=\"count\">(.*?)</span>.*?<p><a href=\"(/admin/[^\"]+)\">See all<", Pattern.DOTALL);

    @Autowired
    Clock clock;

    /** Alice has a VPN and a fee that ended yesterday; a service of each type waits for a member. */
    @BeforeEach
    void openTasksForEachRole() {
        LocalDate today = LocalDate.now(clock);
        given().fee(
                        cast().aliceMember,
                        with(MEMBERSHIP_FEE.STARTS_ON, today.minusYears(1)),
                        with(MEMBERSHIP_FEE.ENDS_ON, today));
        given().fee(given().member("zoe"), with(MEMBERSHIP_FEE.ENDS_ON, today.plusDays(1)));
        given().payment(given().service(
                        cast().vpn, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "tunnel")));
        given().service(cast().vpn, with(SERVICE.LABEL, "vpn-free"), with(SERVICE.STARTS_ON, null));
        given().service(cast().vpn, with(SERVICE.LABEL, "vpn-over"), with(SERVICE.ENDS_ON, today));
        given().service(cast().toulouse, with(SERVICE.LABEL, "abo-free"), with(SERVICE.STARTS_ON, null));
    }

    private String dashboard(String username) throws UnsupportedEncodingException {
        return as(username).get("/admin/?lang=en").getResponse().getContentAsString();
    }

    private List<String> titles(String username) throws UnsupportedEncodingException {
        return TITLE.matcher(dashboard(username))
                .results()
                .map(title -> title.group(1))
                .toList();
    }

    @Test
    void theBankSeesFeesAndPaymentsToValidate() throws UnsupportedEncodingException {
        assertThat(titles("bob"))
                .containsExactly(
                        "Payments to validate",
                        "Fees to validate",
                        "A service, but no valid fee",
                        "Fees that ended less than 60 days ago, with none following",
                        "Fees that end within 30 days");
        assertThat(dashboard("bob")).contains("tunnel").doesNotContain("vpn-free", "abo-free");
    }

    @Test
    void aCrewSeesUnassignedServicesOfItsTypes() throws UnsupportedEncodingException {
        assertThat(titles("dave"))
                .containsExactly(
                        "Services without a member",
                        "A service, but no valid fee",
                        "Fees that ended less than 60 days ago, with none following",
                        "Fees that end within 30 days");
        assertThat(dashboard("dave")).contains("vpn-free").doesNotContain("abo-free", "vpn-over");
    }

    /** Alice has a VPN without a valid fee; Carol may not see that she has a VPN. */
    @Test
    void aCrewSeesNothingOfOtherTypes() throws UnsupportedEncodingException {
        assertThat(titles("carol"))
                .containsExactly(
                        "Services without a member",
                        "Fees that ended less than 60 days ago, with none following",
                        "Fees that end within 30 days");
        assertThat(dashboard("carol")).contains("abo-free").doesNotContain("vpn", "tunnel");
        assertThat(as("carol").get("/admin/members?fee=missing-with-service&lang=en"))
                .bodyText()
                .contains("Nothing matches");
    }

    @Test
    void administratorsSeeAllBoxes() throws UnsupportedEncodingException {
        assertThat(titles("erin")).hasSize(6);
    }

    @Test
    void administratorsSeePrefixesNearlyFull() throws UnsupportedEncodingException {
        given().prefix("192.0.2.8/31", with(PREFIX.WARN_PERCENT, (short) 50));
        given().prefix("192.0.2.10/31", with(PREFIX.WARN_PERCENT, (short) 50));
        given().allocation(given().service(cast().toulouse), "192.0.2.8");
        assertThat(titles("erin")).contains("Prefixes that are nearly full");
        assertThat(dashboard("erin")).contains("192.0.2.8/31").doesNotContain("192.0.2.10/31");
        assertThat(titles("carol")).doesNotContain("Prefixes that are nearly full");
    }

    @ParameterizedTest
    @CsvSource({"bob, 7", "dave, 8", "erin, 14"})
    void eachBoxTakesOneQuery(String username, int most) throws UnsupportedEncodingException {
        queries().forget();
        dashboard(username);
        assertThat(queries().heard()).hasSize(most);
    }

    @Test
    void eachLinkListsTheRowsOfItsBox() throws UnsupportedEncodingException {
        for (int i = 0; i < 7; i++) {
            given().service(cast().toulouse, with(SERVICE.LABEL, "abo-" + i));
        }
        for (String username : List.of("erin", "bob", "carol", "dave")) {
            LINK.matcher(dashboard(username))
                    .results()
                    .forEach(link -> assertThat(rows(link.group(2).replace("&amp;", "&"), username))
                            .as("%s, %s", username, link.group(2))
                            .isEqualTo(Integer.parseInt(link.group(1))));
        }
    }

    private int rows(String address, String username) {
        try {
            String list = browser()
                    .get()
                    .uri(java.net.URI.create(address))
                    .with(Stage.as(username))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            return list.split("<th scope=\"row\">", -1).length - 1;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void largeBoxesShowMoreThan50() throws UnsupportedEncodingException {
        long service = given().service(cast().toulouse);
        for (int i = 0; i < 52; i++) {
            given().payment(service, with(PAYMENT.STARTS_ON, Given.START.plusDays(i)));
        }
        assertThat(dashboard("bob")).contains("<span class=\"count\">more than 50</span>");
    }

    @Test
    void validationIsShownOnlyWithItsPermission() throws UnsupportedEncodingException {
        given().joins(given().user("gil", with(APP_USER.STAFF, true)), given().crew("adders", "payment.add"));
        assertThat(dashboard("gil")).doesNotContain("to validate</h3>");
    }
}
