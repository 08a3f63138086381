package org.jadhere.network.whohad;

import static org.jadhere.platform.web.Texts.t;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.ParsedInstant;

/**
 * Reads questions: one, or a list as CSV with the columns {@code address,at}. A list with a faulty line is refused whole.
 * The messages are in the language of the current user.
 */
final class QuestionList {

    /** More lines than any request had; the page answers them within its time limit. */
    static final int LONGEST = 10_000;

    private static final int FAULTS_NAMED = 20;

    private QuestionList() {}

    /** @throws CommandException with a line for each faulty line of the list */
    static List<Question> read(String csv, String reason, Instant now) {
        List<Question> questions = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (NamedCsvRecord line : records(csv)) {
            try {
                questions.add(question(field(line, "address"), field(line, "at"), reason, now));
            } catch (CommandException fault) {
                faults.add(t(
                        "trace.list.line",
                        String.valueOf(line.getStartingLineNumber()),
                        String.valueOf(fault.getMessage())));
            }
        }
        refuse(faults);
        if (questions.isEmpty() || questions.size() > LONGEST) {
            throw new CommandException(t("trace.list.length", LONGEST));
        }
        return questions;
    }

    /** A byte order mark and semicolons are accepted, as spreadsheets write them. */
    private static List<NamedCsvRecord> records(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        String header = text.lines().findFirst().orElse("");
        try {
            return CsvReader.builder()
                    .fieldSeparator(header.contains(";") ? ';' : ',')
                    .skipEmptyLines(true)
                    .ofNamedCsvRecord(text)
                    .stream()
                    .toList();
        } catch (CsvParseException malformed) {
            throw new CommandException(t("trace.list.not-csv"));
        }
    }

    private static String field(NamedCsvRecord line, String column) {
        return line.findField(column).orElseThrow(() -> new CommandException(t("trace.list.not-csv")));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            String more = faults.size() > FAULTS_NAMED ? "\n" + t("trace.list.more", faults.size() - FAULTS_NAMED) : "";
            throw new CommandException(faults.stream().limit(FAULTS_NAMED).collect(Collectors.joining("\n")) + more);
        }
    }

    /** @throws CommandException if the address or the instant is not valid */
    static Question question(String address, String at, String reason, Instant now) {
        return new Question(address(address), instant(at, now), reason);
    }

    private static IpPrefix address(String typed) {
        try {
            return IpPrefix.parse(typed.strip());
        } catch (IllegalArgumentException notAnAddress) {
            throw new CommandException(t("error.address", typed));
        }
    }

    private static Instant instant(String at, Instant now) {
        Instant read = switch (ParsedInstant.parse(at)) {
            case ParsedInstant.Valid valid -> valid.instant();
            case ParsedInstant.Ambiguous twice -> throw new CommandException(twice(twice));
            case ParsedInstant.Skipped _ -> throw new CommandException(t("moment.never", at));
            case ParsedInstant.Invalid _ -> throw new CommandException(t("moment.unreadable", at));
        };
        if (read.isAfter(now)) {
            throw new CommandException(t("trace.at.future"));
        }
        return read;
    }

    private static String twice(ParsedInstant.Ambiguous twice) {
        var offsets = twice.offsets();
        return t(
                "trace.list.twice",
                twice.local().toString(),
                twice.local() + offsets.getFirst().getId(),
                twice.local() + offsets.getLast().getId());
    }
}
