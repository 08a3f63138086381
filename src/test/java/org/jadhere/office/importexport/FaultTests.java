package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import reports faults with their file, line and column, and imports nothing. */
class FaultTests {

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

    private void replace(String file, String from, String to) {
        try {
            String text = Files.readString(temp.resolve(file));
            assertThat(text).contains(from);
            fixture.file(file, text.replace(from, to));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void faultsInAllFilesAreReportedTogether() {
        replace("crews.csv", "payment.add\n", "payment.ad\n");
        replace("users.csv", "7,dave", "7,ALICE");
        replace("crew_members.csv", "2,B-2", "99,B-2");
        replace("organisations.csv", "pins@example.org", "pins");
        replace("members.csv", "2,1,organisation", "2,0,organisation");
        replace("fees.csv", "2020-02-29,2021-03-01", "2020-02-29,2020-02-29");
        replace("services.csv", "2020-03-01", "2020-02-30");
        replace("payments.csv", "28.00", "12.345");
        replace("prefixes.csv", "10.0.0.0/9", "10.0.0.1/9");
        replace("allocations.csv", "2,2,192.0.2.7,2020-04-01T08:00:00.5Z", "2,2,192.0.2.7,2020-03-31T08:00:00Z");

        assertThat(fixture.faults())
                .containsExactly(
                        "crews.csv:4: permissions: unknown permission: payment.ad",
                        "users.csv:7: username: the same as on line 2",
                        "crew_members.csv:3: crew_id: no crew has the id 99",
                        "organisations.csv:2: email: not an e-mail address: pins",
                        "members.csv:3: number: not a positive whole number: 0",
                        "fees.csv:2: end: 2020-02-29 is not after start 2020-02-29",
                        "services.csv:2: start: not a date like 2025-12-31: 2020-02-30",
                        "payments.csv:2: amount: not an amount in euros and cents: 12.345",
                        "prefixes.csv:4: prefix: 10.0.0.1/9 has bits after its length; the prefix is 10.0.0.0/9",
                        "allocations.csv:3: address: 192.0.2.7/32 is held at the same time on line 2 (192.0.2.7/32)");
        assertThat(fixture.query("select count(*) from history")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users.csv | 1,alice, | 1,al ice, | users.csv:2: username: not a login",
                "users.csv | 7,dave, | 7,, | users.csv:7: username: missing",
                "users.csv | 7,dave, | 10,dave, | users.csv:8: id: the same as on line 7",
                "users.csv | 7,dave,,,, | 7,dave,,,,d@example.org | users.csv:7: other_emails: given, but no email",
                "users.csv | 7,dave,,,,,,,,fr | 7,dave,,,,,,,,de | users.csv:7: language: not one of",
                "users.csv | exämple.org,a.lice@example.org | exämple.org,b@c | users.csv:2: unconfirmed_emails: not an address of this user: b@c",
                "users.csv | $260000$ | $99999999$ | users.csv:2: password: costs",
                "users.csv | pbkdf2_sha256 | md5 | users.csv:2: password: not a hash",
                "users.csv | fr,false,false,false | fr,false,false,no | users.csv:6: active: not one of",
                "users.csv | 7,dave,,,,,,,,fr | 7,dave,,,,,,,,fr,x | users.csv:7: 15 fields, where the header has 14",
                "members.csv | 3,user,1 | 3,user,99 | members.csv:2: holder_id: no user has the id 99",
                "members.csv | organisation,1 | user,1 | members.csv:3: holder_id: the same as on line 2",
                "members.csv | organisation,1 | club,1 | members.csv:3: holder: not one of",
                "members.csv | 2,1,org | 2,3,org | members.csv:3: number: the same as on line 2",
                "fees.csv | 0.01 | -1.00 | fees.csv:3: amount: not an amount",
                "fees.csv | true | yes | fees.csv:2: validated: not one of",
                "fees.csv | cheque | gold | fees.csv:2: method: not one of",
                "payments.csv | 28.00,standing_order,1 | 28.00,standing_order,5 | payments.csv:2: period: not one of",
                "payments.csv | amount,method | sum,method | payments.csv:1: unknown column: sum",
                "payments.csv | start,end | start,start | payments.csv:1: column named twice: start",
                "service_types.csv | nord | sud | service_types.csv:2: crew_id: no crew has the id sud",
                "services.csv | 2,2, | 2,3, | services.csv:3: type_id: no service type has the id 3",
                "allocations.csv | 2001:db8:0:100::/56 | 2001:db8:0:100::/999 | allocations.csv:4: address: not a prefix length",
                "allocations.csv | 08:00:00.5Z | 09:00:00+01:00 | allocations.csv:2: to: not an instant",
                "crews.csv | 10,\" | \"10\"x,\" | crews.csv:3: Unexpected character after closing quote",
                "crews.csv | nord,équ | \"nord,équ | crews.csv:4: Unclosed quoted field",
            })
    void aFaultIsReportedWithFileAndLine(String file, String from, String to, String message) {
        replace(file, from, to);

        assertThat(fixture.faults()).isNotEmpty().first().asString().startsWith(message.strip());
    }

    @Test
    void aMissingColumnIsReported() {
        fixture.file("prefixes.csv", "description,kind\n,pool\n");

        assertThat(fixture.faults()).containsExactly("prefixes.csv:1: missing column: prefix");
    }

    @Test
    void anEmptyFileIsReported() {
        fixture.file("prefixes.csv", "");

        assertThat(fixture.faults()).containsExactly("prefixes.csv: empty: not even a header line");
    }

    @Test
    void aDuplicateLineIsOneFault() {
        String members = String.valueOf(SampleFolder.folder().get("members.csv"));
        fixture.file("members.csv", members + "1,3,user,1\n");
        String held = String.valueOf(SampleFolder.folder().get("allocations.csv"));
        fixture.file("allocations.csv", held + "3,1,2001:db8:0:100::/56,2020-03-01T08:00:00.123456Z,,,\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "members.csv:4: id: the same as on line 2", "allocations.csv:5: id: the same as on line 4");
    }

    @Test
    void aFaultyLineCausesNoFaultsInOthers() {
        replace("users.csv", "1,alice,", "1,al ice,");

        assertThat(fixture.faults()).hasSize(1);
    }

    @Test
    void aFieldOfTenMegabytesIsOneFault() {
        replace("services.csv", "maison", "\"" + "x".repeat(10_000_000) + "\"");

        assertThat(fixture.faults()).singleElement().asString().startsWith("services.csv:2: a field or line is longer");
    }

    @Test
    void aFieldTooLongForTheDatabaseIsReported() {
        replace("services.csv", "maison", "🦉".repeat(301));

        assertThat(fixture.faults()).containsExactly("services.csv:2: label: longer than 300 characters");
    }

    @Test
    void controlCharactersAreRefused() {
        replace("services.csv", "maison", "mai\0son");
        replace("crews.csv", "nord,équ", "no\trd,équ");

        assertThat(fixture.faults())
                .contains(
                        "crews.csv:4: id: holds a control character: no rd",
                        "services.csv:2: label: holds the character NUL");
    }

    @Test
    void invalidUtf8IsReportedWithItsLine() throws IOException {
        byte[] latin = "id,name\n1,nord\n2,équipage\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(temp.resolve("crews.csv"), latin);

        assertThat(fixture.faults()).containsExactly("crews.csv:3: not UTF-8; the rest was not read");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0/24 is held at the same time on line 2 (192.0.2.7/32)",
        "192.0.2.7, 192.0.2.7/32 is held at the same time on line 2 (192.0.2.7/32)",
        "2001:db8:0:142::1, 2001:db8:0:142::1/128 is held at the same time on line 4 (2001:db8:0:100::/56)",
        "2001:db8::/32, 2001:db8::/32 is held at the same time on line 4 (2001:db8:0:100::/56)",
    })
    void overlappingAllocationsNameBothLines(String address, String message) {
        String held = String.valueOf(SampleFolder.folder().get("allocations.csv"));
        fixture.file("allocations.csv", held + "4,1," + address + ",2020-03-31T00:00:00Z,2020-04-02T00:00:00Z,,\n");

        assertThat(fixture.faults()).containsExactly("allocations.csv:5: address: " + message);
    }

    @Test
    void overlapsWithTheDatabaseAreReported() {
        fixture.importFolder();
        fixture.file("allocations.csv", "id,service_id,address,from,to\n9,1,192.0.2.7,2023-01-01T00:00:00Z,\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "allocations.csv:2: address: 192.0.2.7/32 is held at the same time in the database, by the allocation with id 2 (192.0.2.7/32)");
    }

    @Test
    void aMemberKeepsNumberAndHolder() {
        fixture.importFolder();
        replace("members.csv", "1,3,user,1\n", "1,4,user,1\n");
        replace("members.csv", "2,1,organisation,1\n", "2,1,user,2\n");

        assertThat(fixture.faults())
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo(
                        "members.csv:2: number: a member keeps number and holder; the database has number 3, user 1");
    }

    @Test
    void duplicatesOfTheDatabaseAreReported() {
        fixture.importFolder();
        fixture.file("users.csv", "id,username\n77,Alice\n").file("crews.csv", "id,name\n78,équipage-nord\n");
        fixture.file("members.csv", "id,number,holder,holder_id\n79,3,user,77\n80,9,user,1\n")
                .file("memberships.csv", "member_id,joined\n79,2024-01-01\n80,2024-01-01\n");

        assertThat(fixture.faults())
                .containsExactly(
                        "crews.csv:2: name: taken in the database by the crew with id nord",
                        "users.csv:2: username: taken in the database by the user with id 1",
                        "members.csv:2: number: taken in the database by the member with id 1",
                        "members.csv:3: holder_id: is a member already, with the id 1");
    }

    @Test
    void faultsAfterTheFirstThousandAreCounted() {
        fixture.file("prefixes.csv", "prefix\n" + "x\n".repeat(1500));
        try {
            fixture.importFolder();
        } catch (FaultyFolderException faulty) {
            assertThat(faulty.faults()).hasSize(1000);
            assertThat(faulty.others()).isEqualTo(500);
            return;
        }
        throw new AssertionError("imported");
    }
}
