package org.jadhere.platform.web;

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
 * The texts of both languages, French ones with the no-break spaces that its typography wants. They are set here and
 * not typed: nobody sees in a file which space it is.
 */
@Component("messageSource")
public class TypographicMessages extends ResourceBundleMessageSource {

    private static final String NO_BREAK = "\u00a0";

    // Not before the :: of an address.
    private static final Pattern BEFORE = Pattern.compile(" (?=[:;?!»%](?!:))");
    private static final Pattern AFTER = Pattern.compile("(?<=«|[nN]°) ");

    private final Map<String, String> typeset = new ConcurrentHashMap<>();

    TypographicMessages() {
        setBasename("messages");
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

    /** Nothing that belongs to the word before it, or to the number after it, begins or ends a line of its own. */
    public static String typeset(String text) {
        return AFTER.matcher(BEFORE.matcher(text).replaceAll(NO_BREAK)).replaceAll(NO_BREAK);
    }
}
