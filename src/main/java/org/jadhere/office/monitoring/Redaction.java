package org.jadhere.office.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Removes values that a user typed from log lines and mails, since exception messages often repeat them. */
final class Redaction {

    private static final String ELLIPSIS = "…";
    private static final int MIN_LENGTH = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern FRAME = Pattern.compile("\\s*(at |\\.\\.\\. \\d+ ).*", Pattern.DOTALL);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\\n)");

    private Redaction() {}

    /** Leaves the frames of a stack trace as they are: they contain no values. */
    static String text(String text, @Nullable HttpServletRequest request) {
        List<String> typed = request == null
                ? List.of()
                : CurrentRequest.values(request).stream()
                        .filter(Redaction::isHidden)
                        .toList();
        return LINE_ENDS
                .splitAsStream(text)
                .map(line -> FRAME.matcher(line).matches() ? line : line(line, typed))
                .collect(Collectors.joining());
    }

    /** Numbers are ids, which are no secret; short values would occur within other words. */
    private static boolean isHidden(String value) {
        return value.length() >= MIN_LENGTH && !NUMBER.matcher(value).matches();
    }

    private static String line(String line, List<String> typed) {
        String redacted = EMAIL.matcher(line).replaceAll(ELLIPSIS);
        for (String value : typed) {
            redacted = redacted.replace(value, ELLIPSIS);
        }
        return redacted;
    }
}
