package org.jadhere.network.whohad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.Jadhere;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command who-had answers and records a question, and check detects a changed journal. */
class WhoHadCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Given given = new Given(db);

    private record Ran(int status, String output, String error) {}

    @BeforeEach
    void aliceHoldsAnAddress() {
        var cast = Cast.in(given);
        given.allocation(
                given.service(cast.vpn, with(HOLDING.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "tunnel")),
                "192.0.2.7");
    }

    @Test
    void aQuestionIsAnsweredAndRecorded() {

        assertThat(run("who-had", "192.0.2.7", "--at", "2025-03-03T14:05", "--reason", "case 7"))
                .satisfies(ran -> {
                    assertThat(ran.status).as(ran.error).isZero();
                    assertThat(ran.output).contains("A single service: Alice Martin", "tunnel", "2025-03-03T13:05:00Z");
                });
        assertThat(db.fetchSingle("select count(*), min(door), min(reason) from address_question")
                        .intoList())
                .containsExactly(1L, "command", "case 7");
    }

    @Test
    void anAmbiguousHourIsRefused() {
        assertThat(run("who-had", "192.0.2.7", "--at", "2024-10-27T02:30", "--reason", "case 7"))
                .satisfies(ran -> {
                    assertThat(ran.status).isEqualTo(1);
                    assertThat(ran.error).contains("2024-10-27T02:30+02:00 or 2024-10-27T02:30+01:00");
                });
        assertThat(db.fetchCount(ADDRESS_QUESTION)).isZero();
    }

    @Test
    void checkDetectsAChangedQuestion() {
        run("who-had", "192.0.2.7", "--at", "2025-03-03T14:05", "--reason", "case 7");
        assertThat(run("check")).satisfies(ran -> {
            assertThat(ran.status).as(ran.error).isZero();
            assertThat(ran.output).contains("good: journal of questions about addresses, last seal 1 ");
        });
        db.execute("alter table address_question disable trigger user");
        db.execute("update address_question set reason = 'none'");
        assertThat(run("check")).satisfies(ran -> {
            assertThat(ran.status).isEqualTo(1);
            assertThat(ran.output).contains("WRONG: ", "question 1 was changed");
        });
    }

    private Ran run(String... arguments) {
        var output = new ByteArrayOutputStream();
        var error = new StringBuilder();
        PrintStream out = System.out;
        System.setOut(new PrintStream(output, true, UTF_8));
        try {
            var line = new CommandLine(new Jadhere()).setExecutionExceptionHandler((failure, command, parsed) -> {
                error.append(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            });
            var all = new ArrayList<>(List.of(arguments));
            all.add("--set");
            all.add("jadhere.database.url=" + database.url());
            int status = line.execute(all.toArray(String[]::new));
            return new Ran(status, output.toString(UTF_8), error.toString());
        } finally {
            System.setOut(out);
        }
    }
}
