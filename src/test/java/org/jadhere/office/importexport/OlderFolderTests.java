package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services with a column {@code member_id} are read as holdings, and their changed days move the holdings. */
class OlderFolderTests {

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
    void aServiceWithAMemberIsOneHolding() {
        folder.service("a,2015-01-01,2016-01-01");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2016-01-01");
        assertThat(folder.service()).isEqualTo("2015-01-01 2016-01-01");
    }

    @Test
    void aServiceWithoutAMemberHasNoHolding() {
        folder.service(",2015-01-01,");

        assertThat(folder.held()).isEqualTo("none");
        assertThat(folder.service()).isEqualTo("2015-01-01");
    }

    @Test
    void withoutAFirstDayTheEarliestPaymentGivesIt() {
        folder.fixture.file(
                "payments.csv",
                OlderFixture.PAYMENTS
                        + "p1,s1,30.00,transfer,1,2015-03-01,,true\np2,s1,9.00,cash,0,2014-03-01,,false\n");
        folder.service("a,,");

        assertThat(folder.held()).isEqualTo("s1 a 2014-03-01");
        assertThat(folder.service()).isEqualTo("2014-03-01");
    }

    @Test
    void withoutPaymentsTheMembershipGivesTheFirstDay() {
        folder.service("a,,");

        assertThat(folder.held()).isEqualTo("s1 a 2011-02-01");
        assertThat(folder.service()).isEqualTo("2011-02-01");
        folder.assertUnchanged();
    }

    @Test
    void anEndBeforeTheFirstPaymentIsAFault() {
        folder.fixture
                .file("payments.csv", OlderFixture.PAYMENTS + "p1,s1,30.00,transfer,1,2015-03-01,,true\n")
                .file("services.csv", "id,type_id,member_id,end\ns1,t,a,2015-03-01\n");

        assertThat(folder.fixture.faults())
                .containsExactly(
                        "services.csv:2: end: 2015-03-01 is not after 2015-03-01, the first day of the service");
    }

    @Test
    void anUnknownMemberIsOneFault() {
        folder.fixture.file("services.csv", "id,type_id,member_id,start\ns1,t,x,\ns2,t,x,2015-01-01\n");

        assertThat(folder.fixture.faults())
                .containsExactly(
                        "services.csv:2: member_id: no member has the id x",
                        "services.csv:3: member_id: no member has the id x");
    }

    @Test
    void aDuplicateServiceIsOneFault() {
        folder.fixture.file("services.csv", "id,type_id,member_id,start\ns1,t,a,2015-01-01\ns1,t,b,2015-01-01\n");

        assertThat(folder.fixture.faults()).containsExactly("services.csv:3: id: the same as on line 2");
    }

    @Test
    void theSameFolderOnceMoreChangesNothing() {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.assertUnchanged();
    }

    @Test
    void aServiceMayTakeAMemberLater() {
        folder.service(",,");
        folder.service("a,2015-01-01,");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01");
        folder.assertUnchanged();
    }

    @Test
    void changedDaysMoveTheOnlyHolding() {
        folder.serviceWithPayment("a,2015-01-01,");
        folder.service("a,2015-02-01,2016-01-01");
        assertThat(folder.held()).isEqualTo("s1 a 2015-02-01 2016-01-01");

        folder.service("a,2014-02-01,");
        assertThat(folder.held()).isEqualTo("s1 a 2014-02-01");
        assertThat(folder.service()).isEqualTo("2014-02-01");
        folder.assertUnchanged();
    }

    @Test
    void changedDaysMoveTheFirstAndTheLastHolding() {
        folder.service("a,2015-01-01,");
        folder.service("b,2016-01-01,");
        folder.service("c,2017-01-01,");
        folder.service("c,2015-02-01,2018-01-01");

        assertThat(folder.held())
                .isEqualTo(
                        "s1 a 2015-02-01 2016-01-01, s1:2016-01-01 b 2016-01-01 2017-01-01, s1:2017-01-01 c 2017-01-01 2018-01-01");
        assertThat(folder.service()).isEqualTo("2015-02-01 2018-01-01");
        folder.assertUnchanged();
    }

    @Test
    void aFirstDayAfterTheFirstHoldingIsAFault() {
        folder.service("a,2015-01-01,");
        folder.service("b,2016-01-01,");
        folder.fixture.file("services.csv", "id,type_id,member_id,start\ns1,t,b,2016-01-15\n");

        assertThat(folder.fixture.faults())
                .containsExactly(
                        "services.csv:2: start: the holding with id s1 would last from 2016-01-15 to 2016-01-01: correct it in the program");
    }

    @Test
    void aFirstDayAfterTheEndIsAReturn() {
        folder.service("a,2015-01-01,2016-01-01");
        folder.service("a,2017-01-01,");

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2016-01-01, s1:2017-01-01 a 2017-01-01");
        assertThat(folder.service()).isEqualTo("2015-01-01");
        folder.assertUnchanged();
    }

    @Test
    void missingColumnsLeaveTheDays() {
        folder.service("a,2015-01-01,2018-01-01");
        folder.fixture.file("services.csv", "id,type_id,member_id\ns1,t,a\n");
        folder.assertUnchanged();
        folder.fixture
                .file("services.csv", "id,type_id,member_id,start\ns1,t,b,2017-01-01\n")
                .importFolder();

        assertThat(folder.held()).isEqualTo("s1 a 2015-01-01 2017-01-01, s1:2017-01-01 b 2017-01-01 2018-01-01");
        assertThat(folder.service()).isEqualTo("2015-01-01 2018-01-01");
    }

    /** So many rows are inserted without indexes and foreign keys, which return before the next file. */
    @Test
    void aLargeFolderIsRead() {
        folder.fixture
                .file("users.csv", "id,username\n" + rows("#,u#"))
                .file("members.csv", "id,number,holder,holder_id,joined\n" + rows("#,#,user,#,2015-01-01"))
                .file(
                        "fees.csv",
                        "id,member_id,amount,method,start,validated\n" + rows("#,#,20.00,cash,2015-01-01,true"))
                .file("services.csv", "id,type_id,member_id,start\n" + rows("#,t,#,2015-01-01"))
                .file("payments.csv", OlderFixture.PAYMENTS + rows("#,#,9.00,cash,0,2015-01-01,,true"));

        assertThat(folder.fixture.importFolder())
                .filteredOn(tally -> tally.added() == 10_000)
                .hasSize(7);
    }

    private static String rows(String row) {
        return IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> row.replace("#", String.valueOf(number)) + "\n")
                .collect(Collectors.joining());
    }
}
