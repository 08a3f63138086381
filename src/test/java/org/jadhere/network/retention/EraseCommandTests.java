package org.jadhere.network.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jadhere.Jadhere;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command erase reports in a dry run what it would erase, and erases it. */
class EraseCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    private String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            String[] all = new String[arguments.length + 1];
            System.arraycopy(arguments, 0, all, 0, arguments.length);
            all[arguments.length] = "--set=jadhere.database.url=" + database.url();
            assertThat(new CommandLine(new Jadhere()).execute(all)).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theDryRunReportsWhatErasingThenDoes() {
        try (var db = database.open()) {
            var given = new Given(db);
            given.service(given.serviceType("VPN"));
            db.execute(
                    "insert into ip_allocation (service_id, address, held_from, held_until) "
                            + "select 1, '10.0.0.0'::inet + n, '2000-01-01', now() - interval '1 day' * n from generate_series(1, 5000) n");
            db.execute("update ip_allocation set external_id = external_id || 'x' where id % 2 = 0");
            assertThat(run("erase", "--dry-run")).contains("kept without limit", "Allocations to erase: 0");

            db.execute("insert into retention (kept_data, kept_months) values ('allocations', 12)");
            String dry = run("erase", "--dry-run");
            assertThat(db.fetchCount(IP_ALLOCATION)).isEqualTo(5000);
            int expired = db.fetchCount(
                    IP_ALLOCATION,
                    IP_ALLOCATION.HELD_UNTIL.le(java.time.Instant.now()
                            .atZone(java.time.ZoneId.of("Europe/Paris"))
                            .minusMonths(12)
                            .toInstant()));
            assertThat(dry).contains("Allocations to erase: %,d (".formatted(expired));

            assertThat(withoutLimit(run("erase"))).isEqualTo(withoutLimit(dry.replace("to erase", "erased")));
            assertThat(db.fetchCount(IP_ALLOCATION)).isEqualTo(5000 - expired);
            assertThat(db.fetchSingle("select sum(allocations), min(door) from erasure")
                            .intoList())
                    .containsExactly((long) expired, "command");
            assertThat(dry)
                    .contains("history to erase: %,d\n"
                            .formatted(db.fetchSingle("select sum(lines) from erasure")
                                    .get(0, Long.class)));
            assertThat(db.fetchCount(ERASURE)).as("in several transactions").isGreaterThan(1);
            assertThat(run("check")).contains("good: journal of questions");
        }
    }

    /** The limit depends on the current time. */
    private static String withoutLimit(String output) {
        return output.replaceFirst("ended after \\S+", "");
    }
}
