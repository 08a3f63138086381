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

class ImportTests {

    private static final String HISTORY = "select count(*) from history";

    @TempDir
    Path temp;

    private Moving moving;

    @BeforeEach
    void settleIn() {
        moving = new Moving(temp.resolve("in")).files(Small.folder());
        moving.in();
    }

    @AfterEach
    void close() {
        moving.close();
    }

    private Moving change(String file, String from, String to) {
        String text = String.valueOf(Small.folder().get(file));
        assertThat(text).contains(from);
        return moving.file(file, text.replace(from, to));
    }

    @Test
    void twiceChangesNothing() {
        String before = moving.ask(HISTORY);

        assertThat(moving.in()).isNotEmpty().allMatch(FileTally::isNothing);
        assertThat(moving.ask(HISTORY)).isEqualTo(before);
    }

    @Test
    void aChangedValueIsChangedAndTheHistoryTellsWho() {
        change("services.csv", "maison", "jardin");

        assertThat(moving.in())
                .filteredOn(tally -> !tally.isNothing())
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.file()).isEqualTo("services.csv");
                    assertThat(tally.changed()).isOne();
                });
        assertThat(
                        moving.ask(
                                "select concat_ws(' ', action, before ->> 'label', after ->> 'label', actor, door) from history order by id desc limit 1"))
                .isEqualTo("update maison jardin clerk command");
    }

    @Test
    void aRehearsalTellsWhatWouldChangeAndChangesNothing() {
        String before = moving.ask(HISTORY);
        change("services.csv", "maison", "jardin");

        assertThat(moving.rehearse()).filteredOn(tally -> !tally.isNothing()).hasSize(1);
        assertThat(moving.ask(HISTORY)).isEqualTo(before);
        assertThat(moving.ask("select label from service where external_id = '1'"))
                .isEqualTo("maison");
    }

    @Test
    void aPasswordChangedSinceSurvives() {
        moving.tell("update app_user set password = '%s' where username = 'alice'"
                .formatted(Small.HASH.replace("salt", "pepper")));

        assertThat(moving.in()).allMatch(FileTally::isNothing);
        assertThat(moving.ask("select password from app_user where username = 'alice'"))
                .contains("pepper");
    }

    @Test
    void whatTheBankCrewHasValidatedIsNotChanged() {
        change("payments.csv", "1,1,28.00", "1,1,29.00");
        moving.file("fees.csv", String.valueOf(Small.folder().get("fees.csv")).replace("true,\"reçu", "false,\"reçu"));

        assertThat(moving.faults())
                .containsExactly(
                        "fees.csv:2: validated: the database holds it validated, and with other values",
                        "payments.csv:2: validated: the database holds it validated, and with other values");
    }

    @Test
    void aFaultyLineIsNotBlamedAgainForDifferingFromTheDatabase() {
        change("payments.csv", "1,1,28.00", "1,99,28.00");

        assertThat(moving.faults()).containsExactly("payments.csv:2: service_id: no service has the id 99");
    }

    @Test
    void aPaymentIsValidatedByTheFolder() {
        change("payments.csv", "2021-01-01,,false", "2021-01-01,,true").in();

        assertThat(moving.ask("select bool_and(validated) from payment")).isEqualTo("t");
    }

    @Test
    void listsAreMadeEqualToTheFile() {
        change(
                "users.csv",
                "alice@example.org,a.lice@example.org zoé@exämple.org",
                "zoé@exämple.org,Alice@example.org");
        change("crews.csv", "payment.add payment.change payment.delete payment.validate", "payment.validate");
        moving.in();

        var out = moving.out(temp.resolve("out"));
        assertThat(out.get("users.csv")).contains("zoé@exämple.org,Alice@example.org");
        assertThat(out.get("crews.csv")).contains("banque,payment.validate\n");
    }

    @Test
    void whatTheFolderDoesNotMentionIsLeftAlone() {
        var before = moving.out(temp.resolve("before"));
        moving.file("users.csv", "username,id\nalicia,1\n")
                .file("crew_members.csv", "user_id,crew_id\n")
                .file("services.csv", "id,type_id\n1,1\n")
                .file("allocations.csv", "id,service_id,address,from\n1,1,192.0.2.7,2020-03-01T08:00:00Z\n")
                .in();

        before.computeIfPresent("users.csv", (name, text) -> text.replace("1,alice,", "1,alicia,"));
        assertThat(moving.out(temp.resolve("after"))).isEqualTo(before);
    }

    @Test
    void anAllocationEndsAndTheNextOneOfItsAddressStarts() {
        change(
                        "allocations.csv",
                        "00.5Z,,2020-04-01T09:00:00Z,\n",
                        "00.5Z,2022-01-01T00:00:00Z,2020-04-01T09:00:00Z,\n4,1,192.0.2.7,2022-01-01T00:00:00Z,,,\n")
                .in();

        assertThat(moving.ask("select count(*) from ip_allocation")).isEqualTo("4");
    }

    @Test
    void nothingIsLeftOfAnImportThatDiesHalfWay() {
        String before = moving.ask(HISTORY);
        change("services.csv", "maison", "jardin");
        ProgressListener fatal = (act, rows) -> {
            if (act.equals("writing payments.csv")) {
                moving.tell(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()");
            }
        };

        assertThatThrownBy(() -> moving.in(fatal)).isInstanceOf(DataAccessException.class);
        assertThat(moving.ask(HISTORY)).isEqualTo(before);
        assertThat(moving.ask("select count(*) from service where label = 'jardin'"))
                .isEqualTo("0");
    }

    @Test
    void aFolderThatIsNotThereIsSaidSo() {
        try (var nowhere = new Moving(temp.resolve("nowhere"))) {
            assertThatThrownBy(nowhere::in).isInstanceOf(CommandException.class).hasMessageContaining("not a folder");
        }
    }
}
