package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An older folder whose service has another member, or none any more, ends a holding and may begin another. */
class OlderHandoverTests {

    @TempDir
    Path temp;

    private OlderFixture folder;

    @BeforeEach
    void open() {
        folder = new OlderFixture(temp);
    }

    @AfterEach
    void close() {
        folder.fixture.close();
    }

    @Test
    void aLaterFirstDayIsTheDayOfTheHandover() {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.service("b,2019-07-01,2020-01-01");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2019-07-01, s1:2019-07-01 b 2019-07-01 2020-01-01");
        assertThat(folder.service()).isEqualTo("2015-01-01 2020-01-01");
        assertThat(folder.paid()).isEqualTo("p1 s1");
        folder.assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({"2015-01-01", "''"})
    void elseTheHandoverIsToday(String start) {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.service("b," + start + ",");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 today, s1:today b today");
        assertThat(folder.service()).isEqualTo("2015-01-01");
        assertThat(folder.paid()).isEqualTo("p1 s1");
        folder.assertUnchanged();
    }

    @Test
    void oneHandoverFollowsAnother() {
        folder.service("a,2015-01-01,");
        folder.service("b,2016-01-01,");
        folder.service("a,2017-01-01,");

        assertThat(folder.held())
                .isEqualTo(
                        "s1 a 2015-01-01 2016-01-01, s1:2016-01-01 b 2016-01-01 2017-01-01, s1:2017-01-01 a 2017-01-01");
        folder.assertUnchanged();
    }

    @Test
    void newPaymentsBelongToTheHolderOfTheirDay() {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.fixture.file(
                "payments.csv",
                OlderFixture.PAYMENTS
                        + "p1,s1,30.00,transfer,1,2015-01-01,,true\np2,s1,30.00,transfer,1,2019-06-30,,true\n"
                        + "p3,s1,30.00,transfer,1,2019-07-01,,true\np4,s1,30.00,transfer,1,2012-01-01,,true\n");
        folder.service("b,2019-07-01,");

        assertThat(folder.paid()).isEqualTo("p1 s1, p2 s1, p3 s1:2019-07-01, p4 s1");
        assertThat(folder.fixture.query("select count(*) from payment where ends_on is null"))
                .isEqualTo("4");
    }

    @Test
    void aHandoverAfterTheEndIsAFault() {
        folder.service("a,2015-01-01,2016-01-01");
        folder.fixture.file("services.csv", "id,type_id,member_id,start,end\ns1,t,b,2015-01-01,2016-01-01\n");

        assertThat(folder.fixture.faults())
                .singleElement()
                .asString()
                .startsWith("services.csv:2: member_id: the handover on ")
                .endsWith(" would be after the end of the service");
    }

    @Test
    void anEmptiedMemberEndsTheHoldingToday() {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.service(",2015-01-01,");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 today");
        assertThat(folder.service()).isEqualTo("2015-01-01");
        assertThat(folder.paid()).isEqualTo("p1 s1");
        folder.assertUnchanged();
    }

    @Test
    void anEmptiedMemberOfAnEndedServiceEndsWithIt() {
        folder.service("a,2015-01-01,");
        folder.service(",2015-01-01,2016-01-01");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2016-01-01");
        folder.assertUnchanged();
    }

    @Test
    void aHandoverMayCorrectTheFirstDayOfTheService() {
        folder.service("a,2015-01-01,");
        folder.service("b,2014-01-01,");

        assertThat(folder.held()).isEqualTo("s1 a 2014-01-01 today, s1:today b today");
        assertThat(folder.service()).isEqualTo("2014-01-01");
        folder.assertUnchanged();
    }

    @Test
    void aHandoverMayKeepTheFirstDayOfAnEarlierOne() {
        folder.service("a,2015-01-01,");
        folder.service("b,2016-01-01,");
        folder.service("c,2016-01-01,");

        assertThat(folder.held())
                .isEqualTo("s1 a 2015-01-01 2016-01-01, s1:2016-01-01 b 2016-01-01 today, s1:today c today");
        folder.assertUnchanged();
    }

    /** The service of a former holder, whose only payment ended on the day of the handover. */
    @Test
    void moneyStaysWithTheFormerHolder() {
        folder.fixture
                .file("payments.csv", OlderFixture.PAYMENTS + "p1,s1,32.00,transfer,1,2015-01-01,2016-07-01,true\n")
                .file("services.csv", "id,type_id,member_id,label,start\ns1,t,a,handed over,2015-01-01\n")
                .importFolder();
        folder.fixture
                .file("services.csv", "id,type_id,member_id,label,start\ns1,t,b,handed over,2016-07-01\n")
                .importFolder();

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2016-07-01, s1:2016-07-01 b 2016-07-01");
        assertThat(folder.paid()).isEqualTo("p1 s1");
        assertThat(folder.fixture.report().runningOn()).isZero();
    }

    @Test
    void paymentsThatRunOnAreCounted() {
        folder.fixture.file(
                "payments.csv",
                OlderFixture.PAYMENTS + "p1,s1,30.00,transfer,1,2015-01-01,,true\n"
                        + "p2,s1,30.00,transfer,1,2015-01-01,2016-07-02,false\np3,s1,9.00,cash,0,2015-01-01,2016-07-01,true\n");
        folder.service("a,2015-01-01,");
        assertThat(folder.fixture.report().runningOn()).isZero();
        folder.service("b,2016-07-01,");

        assertThat(folder.fixture.report().runningOn()).isEqualTo(2);
        assertThat(folder.fixture.query(
                        "select string_agg(coalesce(ends_on::text, '-'), ' ' order by external_id) from payment"))
                .isEqualTo("- 2016-07-02 2016-07-01");
    }
}
