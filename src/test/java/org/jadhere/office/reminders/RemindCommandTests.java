package org.jadhere.office.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.support.Given.with;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jadhere.Jadhere;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command remind sends the same reminders as the server, and lists them in a dry run. */
class RemindCommandTests {

    private final TestDatabase database = TestDatabase.fresh();

    private String remind(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var line = new CommandLine(new Jadhere()).registerConverter(LocalDate.class, LocalDate::parse);
            String[] all = new String[arguments.length + 2];
            all[0] = "remind";
            all[1] = "--set=jadhere.database.url=" + database.url();
            System.arraycopy(arguments, 0, all, 2, arguments.length);
            assertThat(line.execute(all)).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDryRunListsTheReminders() {
        try (var db = database.open()) {
            var given = new Given(db);
            given.fee(
                    given.member("lou"),
                    with(MEMBERSHIP_FEE.ENDS_ON, LocalDate.of(2026, 1, 1)),
                    with(MEMBERSHIP_FEE.VALIDATED, true));

            assertThat(remind("--dry-run", "--date=2025-12-24"))
                    .contains("Gets the reminder", "7 days before the end", "lou@example.org");
            assertThat(db.fetchCount(MAIL)).isZero();
            assertThat(remind("--date=2025-12-24")).contains("Members reminded: 1");
            assertThat(remind("--date=2025-12-24")).contains("Members reminded: 0");
            assertThat(db.fetchCount(MAIL)).isOne();
        }
    }
}
