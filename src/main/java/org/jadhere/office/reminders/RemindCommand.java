package org.jadhere.office.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.trueCondition;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the reminders that are due, as the server does every morning, or lists them. */
@Command(name = "remind", description = "Remind members of fees that end. The server does this every day.")
public class RemindCommand extends DatabaseCommand {

    @Option(names = "--dry-run", description = "Only list which members would be reminded or not, and why.")
    private boolean dryRun;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day of the reminders, like 2025-12-31 (default: today).")
    private @Nullable LocalDate date;

    @Override
    protected void run(ApplicationContext application) {
        LocalDate day = date == null ? LocalDate.now(application.getBean(Clock.class)) : date;
        var reminders = application.getBean(Reminders.class);
        if (dryRun) {
            Texts.in(
                    Locale.ENGLISH, () -> list(application.getBean(ReminderCandidates.class), reminders.schedule(day)));
        } else {
            System.out.println("Members reminded: " + reminders.sendAll(day));
        }
    }

    private static boolean list(ReminderCandidates candidates, ReminderSchedule schedule) {
        var out = new PrintStream(System.out, true, UTF_8);
        var preview = new ReminderPreview(schedule);
        candidates.due(schedule, trueCondition()).forEach(candidate -> print(out, preview, candidate));
        Keyset place = new Keyset(null, null);
        while (place != null) {
            Page<ReminderCandidate> page = candidates.others(schedule, place);
            page.rows().forEach(candidate -> print(out, preview, candidate));
            place = page.next() == null ? null : new Keyset(page.next(), null);
        }
        return true;
    }

    private static void print(PrintStream out, ReminderPreview preview, ReminderCandidate candidate) {
        out.println(candidate.member().label() + ": " + preview.why(candidate));
    }
}
