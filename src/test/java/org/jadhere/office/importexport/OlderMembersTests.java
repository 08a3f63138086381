package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members with the columns {@code joined} and {@code left} are read as one membership each. */
class OlderMembersTests {

    private static final String PERIODS =
            "select string_agg(concat_ws(' ', joined_on, left_on), ', ' order by joined_on) from membership";

    private static final String HEADER = "id,number,holder,holder_id,joined,left\n";

    @TempDir
    Path temp;

    private ImportExportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportExportFixture(temp.resolve("in")).file("users.csv", "id,username\n1,ann\n");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** @param days the values of {@code joined} and {@code left} */
    private ImportExportFixture member(String days) {
        return fixture.file("members.csv", HEADER + "a,1,user,1," + days + "\n");
    }

    /** The member left, and came back as the new program recorded. */
    private void memberOfTwoPeriods() {
        member("2012-01-01,2014-07-01").importFolder();
        fixture.execute("insert into membership (member_id, joined_on) select id, '2016-03-01' from member");
    }

    private void assertUnchanged() {
        String before = fixture.query("select count(*) from history");

        assertThat(fixture.importFolder()).isNotEmpty().allMatch(FileTally::isNothing);
        assertThat(fixture.query("select count(*) from history")).isEqualTo(before);
    }

    @Test
    void aMemberHasOneMembership() {
        member("2012-01-01,2014-07-01").importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2012-01-01 2014-07-01");
        assertUnchanged();
    }

    @Test
    void aMissingFirstDayIsAFault() {
        member(",");

        assertThat(fixture.faults()).containsExactly("members.csv:2: joined: missing");
    }

    @Test
    void aRowSpeaksOfTheMembershipWithItsFirstDay() {
        memberOfTwoPeriods();
        assertUnchanged();
        member("2012-01-01,2014-06-01").importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2012-01-01 2014-06-01, 2016-03-01");
        assertUnchanged();
    }

    @Test
    void laterMembershipsStay() {
        memberOfTwoPeriods();
        member("2012-01-01,").importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2012-01-01 2014-07-01, 2016-03-01");
        assertUnchanged();
    }

    @Test
    void elseOfTheLatestThatItOverlaps() {
        memberOfTwoPeriods();
        member("2016-04-01,2020-01-01").importFolder();
        assertThat(fixture.query(PERIODS)).isEqualTo("2012-01-01 2014-07-01, 2016-04-01 2020-01-01");
        assertUnchanged();

        member("2011-01-01,2014-08-01").importFolder();
        assertThat(fixture.query(PERIODS)).isEqualTo("2011-01-01 2014-08-01, 2016-04-01 2020-01-01");
        assertUnchanged();
    }

    @Test
    void aRowThatOverlapsNoneIsAReturn() {
        member("2012-01-01,2014-07-01").importFolder();
        member("2016-03-01,").importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2012-01-01 2014-07-01, 2016-03-01");
        assertThat(fixture.query("select latest_joined_on || ' ' || number from member"))
                .isEqualTo("2016-03-01 1");
        assertUnchanged();
    }

    @Test
    void aRowThatOverlapsTwoOrTouchesOneIsAFault() {
        memberOfTwoPeriods();
        member("2011-01-01,");
        assertThat(fixture.faults())
                .containsExactly(
                        "members.csv:2: joined: overlaps the membership from 2012-01-01 to 2014-07-01 in the database, or no day lies between them");
        member("2014-07-01,2015-01-01");
        assertThat(fixture.faults())
                .containsExactly(
                        "members.csv:2: joined: overlaps the membership from 2012-01-01 to 2014-07-01 in the database, or no day lies between them");
    }

    @Test
    void aMissingColumnLeavesTheEnd() {
        member("2012-01-01,2014-07-01").importFolder();
        fixture.file("members.csv", "id,number,holder,holder_id,joined\na,1,user,1,2012-01-01\n");
        assertUnchanged();
        fixture.file("members.csv", "id,number,holder,holder_id,joined\na,1,user,1,2012-02-01\n")
                .importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2012-02-01 2014-07-01");
    }

    @Test
    void theNewFileGivesExactlyItsRows() {
        memberOfTwoPeriods();
        fixture.file("members.csv", "id,number,holder,holder_id\na,1,user,1\n")
                .file("memberships.csv", "member_id,joined,left\na,2010-01-01,2011-01-01\na,2016-03-01,2018-01-01\n");
        fixture.importFolder();

        assertThat(fixture.query(PERIODS)).isEqualTo("2010-01-01 2011-01-01, 2016-03-01 2018-01-01");
        assertUnchanged();
    }

    /** Members in the newer form, services in the older one. */
    @Test
    void eachFileHasItsOwnForm() {
        fixture.file("members.csv", "id,number,holder,holder_id\na,1,user,1\n")
                .file("memberships.csv", "member_id,joined,left\na,2010-01-01,2011-01-01\n")
                .file("service_types.csv", "id,name\nt,Line\n")
                .file("services.csv", "id,type_id,member_id\ns1,t,a\n")
                .importFolder();

        assertThat(fixture.query("select starts_on from holding")).isEqualTo("2010-01-01");
    }

    @Test
    void theExportIsInTheNewForm() {
        member("2012-01-01,2014-07-01")
                .file("service_types.csv", "id,name\nt,Line\n")
                .file("services.csv", "id,type_id,member_id,start\ns1,t,a,2013-01-01\n")
                .file(
                        "payments.csv",
                        "id,service_id,amount,method,period,start,validated\np1,s1,9.00,cash,0,2013-01-01,true\n")
                .importFolder();
        var exported = fixture.exportTo(temp.resolve("out"));

        assertThat(exported)
                .containsEntry("members.csv", "id,number,holder,holder_id\na,1,user,1\n")
                .containsEntry("memberships.csv", "member_id,joined,left\na,2012-01-01,2014-07-01\n")
                .containsEntry("services.csv", "id,type_id,label,start,end,notes\ns1,t,,2013-01-01,,\n");
        assertThat(exported.get("holdings.csv")).contains("\ns1,s1,a,2013-01-01,,20");
        assertThat(exported.get("payments.csv")).contains("\np1,s1,s1,9.00,");
        try (var other = new ImportExportFixture(temp.resolve("out"))) {
            other.importFolder();
            assertThat(other.exportTo(temp.resolve("again"))).isEqualTo(exported);
        }
    }
}
