package org.jadhere.network.whohad;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.ParsedInstant;
import org.jadhere.platform.web.Texts;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers on the command line who had an address, and records the question. */
@Command(name = "who-had", description = "Print who had an address at an instant; the question is recorded.")
public class WhoHadCommand extends DatabaseCommand {

    @Parameters(paramLabel = "ADDRESS", description = "An address or a prefix, in any spelling.")
    private String address = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            required = true,
            description = "As 2021-03-03T14:05+01:00, or ...Z; without a zone it is Paris time.")
    private String at = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "The reason, which the journal records.")
    private String reason = "";

    @Override
    protected void run(ApplicationContext application) {
        var question = new Question(address(), instant(application.getBean(Clock.class)), reason());
        var recorded = application.getBean(WhoHad.class).askFromCommandLine(question);
        Texts.in(Locale.ENGLISH, () -> print(AnswerText.of(recorded)));
    }

    private static boolean print(AnswerText text) {
        var out = new PrintStream(System.out, true, UTF_8);
        out.println(text.headline());
        text.lines().forEach(line -> out.println("  " + line.term() + ": " + line.value()));
        return true;
    }

    private IpPrefix address() {
        try {
            return IpPrefix.parse(address);
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(String.valueOf(wrong.getMessage()));
        }
    }

    private String reason() {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new CommandException("the reason must have 1 to 2000 characters");
        }
        return reason.strip();
    }

    private Instant instant(Clock clock) {
        Instant read = switch (ParsedInstant.parse(at)) {
            case ParsedInstant.Valid valid -> valid.instant();
            case ParsedInstant.Ambiguous ambiguous ->
                throw new CommandException("%s is ambiguous in Paris time, when clocks go back: write %s"
                        .formatted(
                                ambiguous.local(),
                                ambiguous.offsets().stream()
                                        .map(offset -> ambiguous.local() + offset.getId())
                                        .collect(Collectors.joining(" or "))));
            case ParsedInstant.Skipped skipped ->
                throw new CommandException(
                        "%s does not exist in Paris time, when clocks go forward".formatted(skipped.local()));
            case ParsedInstant.Invalid _ ->
                throw new CommandException("not an instant like 2021-03-03T14:05+01:00: " + at);
        };
        if (read.isAfter(clock.instant())) {
            throw new CommandException("the instant is in the future: " + read);
        }
        return read;
    }
}
