package org.jadhere.network.whohad;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers on the command line who had an address, or the addresses of a list, and records each question. */
@Command(name = "who-had", description = "Print who had an address at an instant; the question is recorded.")
public class WhoHadCommand extends DatabaseCommand {

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "An address or a prefix, in any spelling.")
    private @Nullable String address;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "As 2021-03-03T14:05+01:00, or ...Z; without a zone it is Paris time.")
    private @Nullable String at;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "A CSV file with the columns address,at instead: each line is a question of its own.")
    private @Nullable Path list;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "The reason, which the journal records.")
    private String reason = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; text if not given.")
    private Format format = Format.text;

    /** The words of the option. */
    enum Format {
        text,
        json
    }

    @Override
    protected void run(ApplicationContext application) throws IOException {
        String csv = list == null ? "" : text(list);
        Texts.in(Locale.ENGLISH, () -> ask(application, csv));
    }

    private boolean ask(ApplicationContext application, String csv) {
        var now = application.getBean(Clock.class).instant();
        var whoHad = application.getBean(WhoHad.class);
        if (list == null) {
            print(whoHad.askFromCommandLine(
                    QuestionList.question(required(address, "ADDRESS"), required(at, "--at"), reason(), now)));
        } else if (address != null || at != null) {
            throw new CommandException("--list replaces ADDRESS and --at");
        } else {
            printAll(whoHad.askFromCommandLine(QuestionList.read(csv, reason(), now)));
        }
        return true;
    }

    private void print(WhoHad.RecordedAnswer answer) {
        var out = new PrintStream(System.out, true, UTF_8);
        if (format == Format.json) {
            out.println(AnswerJson.of(answer));
        } else {
            print(out, AnswerText.of(answer));
        }
    }

    private void printAll(List<WhoHad.RecordedAnswer> answers) {
        var out = new PrintStream(System.out, true, UTF_8);
        if (format == Format.json) {
            out.println(AnswerJson.of(answers));
        } else {
            answers.forEach(this::print);
        }
    }

    private static void print(PrintStream out, AnswerText text) {
        out.println(text.headline());
        text.lines().forEach(line -> out.println("  " + line.term() + ": " + line.value()));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notUtf8) {
            throw new CommandException(file + " is not in UTF-8");
        } catch (NoSuchFileException absent) {
            throw new CommandException(file + " does not exist");
        }
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new CommandException("missing " + name + ", or --list FILE");
        }
        return value;
    }

    private String reason() {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new CommandException("the reason must have 1 to 2000 characters");
        }
        return reason.strip();
    }
}
