package org.jadhere.money.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of statistics: months, visible service types, plots with their tables. */
@PageTest
@WithCast
class StatisticsPageTests {

    @BeforeEach
    void twoServicesOfTwoTypes() {
        paid(cast().toulouse, "11");
        paid(cast().vpn, "7.50");
        given().member("left", with(MEMBERSHIP.LEFT_ON, LocalDate.of(2025, 3, 1)));
    }

    private void paid(long type, String euros) {
        long service = given().service(type, with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().payment(service, with(PAYMENT.AMOUNT, Money.parse(euros)));
    }

    private String csv(String plot, String question, String username) throws UnsupportedEncodingException {
        return as(username)
                .get("/admin/statistics/export?plot=" + plot + question)
                .getResponse()
                .getContentAsString(UTF_8)
                .replace("\uFEFF", "");
    }

    @Test
    void theBankSeesTheIncomeOfAllTypesMonthByMonth() throws UnsupportedEncodingException {
        assertThat(csv("income", "&from=2024-12-01&to=2025-02-10&lang=en", "bob"))
                .isEqualToIgnoringNewLines("""
                        Day,Standing order
                        2024-12-31,0
                        2025-01-31,18.50
                        2025-02-10,18.50
                        """);
    }

    @Test
    void aCrewSeesTheIncomeOfItsTypesOnly() throws UnsupportedEncodingException {
        assertThat(csv("income", "&from=2025-01-01&to=2025-01-31&split=type&lang=en", "dave"))
                .isEqualToIgnoringNewLines("Day,VPN\n2025-01-31,7.50\n");
        assertThat(as("dave").get("/admin/statistics"))
                .bodyText()
                .contains("VPN", "7,50")
                .doesNotContain("Toulouse", "18,50", "11,00");
    }

    @Test
    void allStaffSeeTheNumberOfMembers() throws UnsupportedEncodingException {
        for (String username : new String[] {"bob", "dave", "erin"}) {
            assertThat(csv("members", "&from=2024-12-31&to=2025-03-31&lang=en", username))
                    .isEqualToIgnoringNewLines("""
                            Day,Members
                            2024-12-31,0
                            2025-01-31,2
                            2025-02-28,2
                            2025-03-31,1
                            """);
        }
    }

    @Test
    void aTypeOfAnotherCrewIsNotFound() {
        String address = "/admin/statistics?type=" + cast().vpn;
        assertThat(as("carol").get(address)).hasStatus(404);
        assertThat(as("erin").get(address + 1_000_000)).hasStatus(404);
        assertThat(as("bob").get(address)).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2030-01-01&to=2029-01-01, from-error",
        "from=0001-01-01&to=2025-01-31, from-error",
        "from=2015-01-31&to=2025-01-31, 120",
        "to=31/12/2025, to-error",
        "to=9999-12-31, Statistiques",
        "from=2015-02-01&to=2025-01-31, Statistiques"
    })
    void anInvalidRangeIsShownAtItsField(String question, String shown) {
        assertThat(as("erin").get("/admin/statistics?" + question))
                .hasStatus(200)
                .bodyText()
                .contains(shown);
    }

    @Test
    void anyNumberOfMonthsTakesFiveQueries() {
        queries().forget();
        assertThat(as("erin").get("/admin/statistics?from=2016-01-01&to=2025-06-30"))
                .hasStatus(200);
        assertThat(queries().heard()).hasSize(5);
    }

    @Test
    void plotsHaveDescriptionsAndNoInlineStyle() {
        assertThat(as("erin").get("/admin/statistics?to=2025-06-30"))
                .bodyText()
                .contains("role=\"img\"", "<desc", "aria-labelledby", "export?to=2025-06-30&amp;plot=income")
                .doesNotContain("style=");
    }
}
