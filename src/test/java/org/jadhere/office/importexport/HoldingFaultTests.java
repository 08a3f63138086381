package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holdings, memberships and the payments of holdings that contradict each other are faults, each one on its line. */
class HoldingFaultTests {

    private static final String HOLDINGS = "id,service_id,member_id,start,end\n";

    @TempDir
    Path temp;

    private ImportExportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportExportFixture(temp).files(SampleFolder.folder());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ImportExportFixture replace(String file, String from, String to) {
        String text = String.valueOf(SampleFolder.folder().get(file));
        assertThat(text).contains(from);
        return fixture.file(file, text.replace(from, to));
    }

    private ImportExportFixture append(String file, String line) {
        return fixture.file(file, SampleFolder.folder().get(file) + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holdings.csv | 1,1,2,2020-03-01,2021-01-01 | 1,1,2,2020-03-01,2020-03-01 | holdings.csv:2: end: 2020-03-01 is not after start 2020-03-01",
                "holdings.csv | 1,1,2,2020-03-01 | 1,1,2,2020-02-29 | holdings.csv:2: start: outside the days of the service: 2020-03-01",
                "holdings.csv | 2,1,1,2021-02-01 | 2,2,1,2021-02-01 | holdings.csv:3: start: outside the days of the service: not begun",
                "holdings.csv | 2,1,1,2021-02-01 | 2,1,1,2020-12-31 | holdings.csv:3: start: the service is held on the same days on line 2",
                "holdings.csv | 2,1,1,2021-02-01 | 2,9,1,2021-02-01 | holdings.csv:3: service_id: no service has the id 9",
                "holdings.csv | 2,1,1,2021-02-01 | 2,1,9,2021-02-01 | holdings.csv:3: member_id: no member has the id 9",
                "holdings.csv | 2,1,1,2021-02-01 | 1,1,1,2021-02-01 | holdings.csv:3: id: the same as on line 2",
                "services.csv | 2020-03-01,, | 2020-03-01,2022-01-01, | holdings.csv:3: end: outside the days of the service: 2020-03-01 to 2022-01-01",
                "payments.csv | 3,2,,5.00 | 3,2,1,5.00 | payments.csv:4: holding_id: is a holding of another service: 1",
                "payments.csv | 3,2,,5.00 | 3,2,9,5.00 | payments.csv:4: holding_id: no holding has the id 9",
                "memberships.csv | 2,2019-01-01,2024-01-01 | 1,2023-01-01,2024-01-01 | memberships.csv:4: joined: overlaps line 3, or no day lies between them",
                "memberships.csv | 2019-05-01 | 2020-02-29 | memberships.csv:3: joined: overlaps line 2, or no day lies between them",
                "memberships.csv | 2019-05-01 | 2018-01-01 | memberships.csv:2: left: 2018-01-01 is not after joined 2018-01-01",
                "memberships.csv | 2,2019-01-01 | 9,2019-01-01 | memberships.csv:4: member_id: no member has the id 9",
            })
    void aFaultIsReportedWithFileAndLine(String file, String from, String to, String message) {
        replace(file, from, to);

        assertThat(fixture.faults())
                .filteredOn(fault -> !fault.startsWith("members.csv:3: id: has no period"))
                .hasSizeLessThanOrEqualTo(2)
                .first()
                .isEqualTo(message);
    }

    @Test
    void membershipsMayBeADayApart() {
        replace("memberships.csv", "2019-05-01", "2020-02-28").importFolder();

        assertThat(fixture.query("select count(*) from membership")).isEqualTo("3");
    }

    @Test
    void aMemberWithoutAPeriodIsReported() {
        append("members.csv", "3,4,user,2");

        assertThat(fixture.faults())
                .containsExactly(
                        "members.csv:4: id: has no period of membership: memberships.csv has no line with this member_id");
    }

    @Test
    void aFolderInBothFormsIsReported() {
        fixture.file(
                        "members.csv",
                        "id,number,holder,holder_id,joined\n1,3,user,1,2018-01-01\n2,1,organisation,1,2019-01-01\n")
                .file("services.csv", "id,type_id,member_id,start\n1,1,1,2020-03-01\n2,2,,\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "members.csv:1: joined: stands in memberships.csv as well: leave one of them out",
                        "services.csv:1: member_id: stands in holdings.csv as well: leave one of them out");
    }

    @Test
    void overlapsWithStoredHoldingsAreReported() {
        fixture.importFolder();
        fixture.file("holdings.csv", HOLDINGS + "9,1,1,2020-12-31,2021-01-10\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "holdings.csv:2: start: the service is held on the same days in the database, by the holding with id 1");
    }

    @Test
    void storedHoldingsMayMakeRoom() {
        fixture.importFolder();
        fixture.file("holdings.csv", HOLDINGS + "1,1,2,2020-03-01,2020-12-01\n9,1,1,2020-12-01,2021-01-10\n")
                .importFolder();

        assertThat(fixture.query("select count(*) from holding")).isEqualTo("3");
    }

    @Test
    void aServiceDoesNotEndBeforeItsStoredHolding() {
        fixture.importFolder();
        fixture.without("holdings.csv")
                .file("services.csv", "id,type_id,start,end\n1,1,2020-03-01,2022-01-01\n2,2,,\n");

        assertThat(fixture.faults())
                .containsExactly("services.csv:2: end: the holding with id 2 in the database lasts from 2021-02-01");
    }

    @Test
    void aHoldingKeepsItsServiceAndItsPayer() {
        append("services.csv", "3,2,,2020-01-01,,").importFolder();
        fixture.without("payments.csv")
                .file("holdings.csv", HOLDINGS + "1,1,1,2020-03-01,2021-01-01\n2,3,1,2021-02-01,\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "holdings.csv:2: member_id: a holding with payments keeps its member; the database has 2",
                        "holdings.csv:3: service_id: a holding keeps its service; the database has 1");
    }

    @Test
    void aPaymentStaysWithItsHolding() {
        append("services.csv", "3,2,,2020-01-01,,").importFolder();
        replace("payments.csv", "2,1,2,99", "2,3,,99");

        assertThat(fixture.faults())
                .containsExactly(
                        "payments.csv:3: service_id: a payment stays with its holding, of the service with id 1");
    }

    @Test
    void anUnknownColumnOfTheOlderFormIsReported() {
        fixture.without("memberships.csv")
                .file("members.csv", "id,number,holder,holder_id,left\n1,3,user,1,\n2,1,organisation,1,\n");

        assertThat(fixture.faults()).containsExactly("members.csv:1: missing column: joined, since there is left");
    }
}
