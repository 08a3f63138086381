package org.jadhere.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import org.jadhere.db.Money;
import org.jadhere.db.Period;
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
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Long numbers in groups of four, as people read and compare them. */
    public static String inGroups(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public static String date(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(day);
    }

    /** In Paris time, with the offset from UTC: it tells the two hours apart when clocks go back. */
    public static String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMM y HH:mm:ss xxx", locale()).format(instant.atZone(PARIS));
    }

    /** The same as {@link Moment} reads it again. */
    public static String instant(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(PARIS).toOffsetDateTime().toString();
    }

    /** The day, in Paris, of a moment. */
    public static String day(Instant instant) {
        return date(instant.atZone(PARIS).toLocalDate());
    }

    /** A day as the axis of a plot has room for. */
    public static String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM yy", locale()).format(day);
    }

    public static String number(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    public static String money(@Nullable Money amount) {
        return euros(amount == null ? null : amount.euros());
    }

    /** Sums may be larger than any {@link Money}. */
    public static String euros(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(locale().getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK);
        format.setCurrency(EURO);
        return format.format(amount);
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
