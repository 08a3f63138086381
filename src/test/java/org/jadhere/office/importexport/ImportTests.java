package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** The import changes what differs from the folder, in one transaction and with its author. */
class ImportTests {

    private static final String HISTORY = "select count(*) from history";

    @TempDir
    Path temp;

    private ImportExportFixture fixture;

    @BeforeEach
    void importTheSampleFolder() {
        fixture = new ImportExportFixture(temp.resolve("in")).files(SampleFolder.folder());
        fixture.importFolder();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ImportExportFixture change(String file, String from, String to) {
        String text = String.valueOf(SampleFolder.folder().get(file));
        assertThat(text).contains(from);
        return fixture.file(file, text.replace(from, to));
    }

    @Test
    void aSecondImportChangesNothing() {
        String before = fixture.query(HISTORY);

        assertThat(fixture.importFolder()).isNotEmpty().allMatch(FileTally::isNothing);
        assertThat(fixture.query(HISTORY)).isEqualTo(before);
    }

    @Test
    void aChangedValueIsRecordedWithItsAuthor() {
        change("services.csv", "maison", "jardin");

        assertThat(fixture.importFolder())
                .filteredOn(tally -> !tally.isNothing())
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.file()).isEqualTo("services.csv");
                    assertThat(tally.changed()).isOne();
                });
        assertThat(
                        fixture.query(
                                "select concat_ws(' ', action, before ->> 'label', after ->> 'label', actor, door) from history order by id desc limit 1"))
                .isEqualTo("update maison jardin clerk command");
    }

    @Test
    void aDryRunReportsChangesAndWritesNothing() {
        String before = fixture.query(HISTORY);
        change("services.csv", "maison", "jardin");

        assertThat(fixture.dryRun()).filteredOn(tally -> !tally.isNothing()).hasSize(1);
        assertThat(fixture.query(HISTORY)).isEqualTo(before);
        assertThat(fixture.query("select label from service where external_id = '1'"))
                .isEqualTo("maison");
    }

    @Test
    void aPasswordChangedLaterIsKept() {
        fixture.execute("update app_user set password = '%s' where username = 'alice'"
                .formatted(SampleFolder.HASH.replace("salt", "pepper")));

        assertThat(fixture.importFolder()).allMatch(FileTally::isNothing);
        assertThat(fixture.query("select password from app_user where username = 'alice'"))
                .contains("pepper");
    }

    @Test
    void validatedRowsAreNotChanged() {
        change("payments.csv", "1,1,28.00", "1,1,29.00");
        fixture.file(
                "fees.csv",
                String.valueOf(SampleFolder.folder().get("fees.csv")).replace("true,\"reçu", "false,\"reçu"));

        assertThat(fixture.faults())
                .containsExactly(
                        "fees.csv:2: validated: the database holds it validated, and with other values",
                        "payments.csv:2: validated: the database holds it validated, and with other values");
    }

    @Test
    void aFaultyLineIsReportedOnce() {
        change("payments.csv", "1,1,1,28.00", "1,99,1,28.00");

        assertThat(fixture.faults()).containsExactly("payments.csv:2: service_id: no service has the id 99");
    }

    @Test
    void theImportMayValidateAPayment() {
        change("payments.csv", "2021-02-01,,false", "2021-02-01,,true").importFolder();

        assertThat(fixture.query("select bool_and(validated) from payment")).isEqualTo("t");
    }

    @Test
    void listsAreReplacedByThoseOfTheFile() {
        change(
                "users.csv",
                "alice@example.org,a.lice@example.org zoé@exämple.org,a.lice@example.org",
                "zoé@exämple.org,Alice@example.org,");
        change("crews.csv", "payment.add payment.change payment.delete payment.validate", "payment.validate");
        fixture.importFolder();

        var out = fixture.exportTo(temp.resolve("out"));
        assertThat(out.get("users.csv")).contains("zoé@exämple.org,Alice@example.org");
        assertThat(out.get("crews.csv")).contains("banque,payment.validate\n");
    }

    @Test
    void missingColumnsAndRowsAreLeftUnchanged() {
        var before = fixture.exportTo(temp.resolve("before"));
        fixture.file("users.csv", "username,id\nalicia,1\n")
                .file("crew_members.csv", "user_id,crew_id\n")
                .file("memberships.csv", "member_id,joined\n1,2018-01-01\n1,2020-02-29\n")
                .file("services.csv", "id,type_id\n1,1\n")
                .file("holdings.csv", "id,service_id,member_id,start\n1,1,2,2020-03-01\n")
                .file("allocations.csv", "id,service_id,address,from\n1,1,192.0.2.7,2020-03-01T08:00:00Z\n")
                .importFolder();

        before.computeIfPresent("users.csv", (name, text) -> text.replace("1,alice,", "1,alicia,"));
        assertThat(fixture.exportTo(temp.resolve("after"))).isEqualTo(before);
    }

    @Test
    void anAllocationMayEndWhereAnotherStarts() {
        change(
                        "allocations.csv",
                        "00.5Z,,2020-04-01T09:00:00Z,\n",
                        "00.5Z,2022-01-01T00:00:00Z,2020-04-01T09:00:00Z,\n4,1,192.0.2.7,2022-01-01T00:00:00Z,,,\n")
                .importFolder();

        assertThat(fixture.query("select count(*) from ip_allocation")).isEqualTo("4");
    }

    @Test
    void aLostConnectionLeavesNoChanges() {
        String before = fixture.query(HISTORY);
        change("services.csv", "maison", "jardin");
        ProgressListener fatal = (act, rows) -> {
            if (act.equals("writing payments.csv")) {
                fixture.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()");
            }
        };

        assertThatThrownBy(() -> fixture.importFolder(fatal)).isInstanceOf(DataAccessException.class);
        assertThat(fixture.query(HISTORY)).isEqualTo(before);
        assertThat(fixture.query("select count(*) from service where label = 'jardin'"))
                .isEqualTo("0");
    }

    @Test
    void aMissingFolderIsReported() {
        try (var nowhere = new ImportExportFixture(temp.resolve("nowhere"))) {
            assertThatThrownBy(nowhere::importFolder)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("not a folder");
        }
    }
}
