package org.jadhere.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jadhere.platform.site.Development;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The message source for both languages. It inserts the no-break spaces of French typography, which would be invisible
 * in the message files.
 */
@Component("messageSource")
public class TypographicMessages extends ResourceBundleMessageSource {

    /** One file for each wing of the program. */
    private static final List<String> FILES = List.of("platform", "people", "network", "money", "office", "pages");

    private static final String NO_BREAK = "\u00a0";

    // Not before the :: of an IPv6 address.
    private static final Pattern BEFORE = Pattern.compile(" (?=[:;?!»%](?!:))");
    private static final Pattern AFTER = Pattern.compile("(?<=«|[nN]°) ");

    private final Map<String, String> typeset = new ConcurrentHashMap<>();

    TypographicMessages() {
        setBasenames(FILES.stream().map(file -> "messages/" + file).toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        if (Development.sources() != null) {
            setCacheSeconds(1);
        }
    }

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        String text = super.getStringOrNull(bundle, key);
        return text == null || isEnglish(bundle.getLocale())
                ? text
                : typeset.computeIfAbsent(text, TypographicMessages::typeset);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** Replaces each space before a French punctuation mark, and after « and nº, by a no-break space. */
    public static String typeset(String text) {
        return AFTER.matcher(BEFORE.matcher(text).replaceAll(NO_BREAK)).replaceAll(NO_BREAK);
    }
}
