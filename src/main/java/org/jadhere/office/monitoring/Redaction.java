package org.jadhere.office.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the log and mails say, without what people typed: messages of exceptions like to repeat it. */
final class Redaction {

    private static final String HIDDEN = "…";
    private static final int SHORTEST = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern FRAME = Pattern.compile("\\s*(at |\\.\\.\\. \\d+ ).*", Pattern.DOTALL);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\\n)");

    private Redaction() {}

    /** Frames of a trace stay as they are: they are made of our own words. */
    static String text(String text, @Nullable HttpServletRequest request) {
        List<String> typed = request == null
                ? List.of()
                : CurrentRequest.values(request).stream()
                        .filter(Redaction::isWorthHiding)
                        .toList();
        return LINE_ENDS
                .splitAsStream(text)
                .map(line -> FRAME.matcher(line).matches() ? line : line(line, typed))
                .collect(Collectors.joining());
    }

    /** Ids are no secret, and a letter or two would take the sense from every word that has them. */
    private static boolean isWorthHiding(String value) {
        return value.length() >= SHORTEST && !NUMBER.matcher(value).matches();
    }

    private static String line(String line, List<String> typed) {
        String told = EMAIL.matcher(line).replaceAll(HIDDEN);
        for (String value : typed) {
            told = told.replace(value, HIDDEN);
        }
        return told;
    }
}
