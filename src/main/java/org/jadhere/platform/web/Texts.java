package org.jadhere.platform.web;

import java.math.BigDecimal;
import java.text.ListFormat;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the interface, in the reader's language; dates, times and money in the reader's form. For templates. */
@Component
@Lazy(false) // commands start lazily, and write letters
public class Texts {

    /** Where the association lives. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern AMOUNT = Pattern.compile("\\d+[.,]\\d{1,2}");
    private static final Currency EURO = Currency.getInstance("EUR");

    @SuppressWarnings("NullAway.Init")
    private static MessageSource messages;

    /** Templates are called without Spring: the one source is handed over once, when the application starts. */
    @SuppressWarnings("StaticAssignmentInConstructor")
    Texts(MessageSource messages) {
        Texts.messages = messages;
    }

    public static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static boolean isFrench() {
        return locale().getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    /** Whose form dates and figures have: English is that of Europe. */
    private static Locale form() {
        return isFrench() ? Locale.FRANCE : Locale.UK;
    }

    /** Does something in a language: writing to somebody who is not here. */
    public static <T> T in(Locale language, Supplier<T> act) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return act.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** The text of a key; its arguments fill {0}, {1}… */
    public static String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale());
    }

    /** The text of a key that came from outside; none where there is no such key. */
    static @Nullable String ifKnown(String key) {
        return messages.getMessage(key, null, null, locale());
    }

    /** Without accents and capitals. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Long numbers in groups of four, as people read and compare them. */
    public static String groupByFour(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** "3 mars 2021", "1er janv. 2021"; in English "3 Mar 2021". */
    public static String date(@Nullable LocalDate day) {
        return day == null ? "" : dated(day, "MMM").format(day);
    }

    /** The same with the month in full, for letters. */
    public static String fullDate(LocalDate day) {
        return dated(day, "MMMM").format(day);
    }

    private static DateTimeFormatter dated(LocalDate day, String month) {
        String first = isFrench() && day.getDayOfMonth() == 1 ? "d'er'" : "d";
        return DateTimeFormatter.ofPattern(first + " " + month + " y", form());
    }

    /** In Paris time, with the offset from UTC: it tells the two hours apart when clocks go back. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : clock(instant, "HH:mm:ss xxx");
    }

    /** The same to the minute, where nobody asks which of two hours it was. */
    public static String minute(@Nullable Instant instant) {
        return instant == null ? "" : clock(instant, "HH:mm");
    }

    private static String clock(Instant instant, String pattern) {
        var there = instant.atZone(PARIS);
        return date(there.toLocalDate())
                + " "
                + DateTimeFormatter.ofPattern(pattern, form()).format(there);
    }

    /** The same as {@link InstantParser} reads it again. */
    public static String instant(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(PARIS).toOffsetDateTime().toString();
    }

    /** The day, in Paris, of a moment. */
    public static String day(Instant instant) {
        return date(instant.atZone(PARIS).toLocalDate());
    }

    /** A day as the axis of a plot has room for. */
    public static String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM yy", form()).format(day);
    }

    public static String number(long count) {
        return NumberFormat.getIntegerInstance(form()).format(count);
    }

    public static String money(@Nullable Money amount) {
        return euros(amount == null ? null : amount.euros());
    }

    /** Sums may be larger than any {@link Money}. */
    public static String euros(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(form());
        format.setCurrency(EURO);
        return format.format(amount);
    }

    /** An amount of a form with the reader's decimal sign; anything else as it was typed. */
    public static String amount(String typed) {
        char sign = isFrench() ? ',' : '.';
        return AMOUNT.matcher(typed).matches() ? typed.replace('.', sign).replace(',', sign) : typed;
    }

    /** "a, b et c". */
    public static String list(Collection<String> things) {
        return things.isEmpty()
                ? ""
                : ListFormat.getInstance(form(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(List.copyOf(things));
    }

    /** First day to last day, both included, as people say it. */
    public static String period(Period period) {
        if (period.start() == null) {
            return period.lastDay() == null ? t("period.not-yet") : t("period.until", date(period.lastDay()));
        }
        return period.lastDay() == null
                ? t("period.since", date(period.start()))
                : t("period.between", date(period.start()), date(period.lastDay()));
    }
}
