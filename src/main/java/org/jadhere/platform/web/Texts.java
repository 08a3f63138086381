package org.jadhere.platform.web;

import java.math.BigDecimal;
import java.text.ListFormat;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
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

/** The texts of the interface in the current locale, with dates, times, numbers and money formatted for it. For templates. */
@Component
@Lazy(false) // commands initialize beans lazily, and send mails
public class Texts {

    /** The time zone of the association. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern AMOUNT = Pattern.compile("\\d+[.,]\\d{1,2}");
    private static final Currency EURO = Currency.getInstance("EUR");

    /** Templates call static methods, so the message source is static; the one of the application replaces this one. */
    private static MessageSource messages = new TypographicMessages();

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

    /** The locale for dates and numbers: English uses those of the United Kingdom. */
    private static Locale formatLocale() {
        return isFrench() ? Locale.FRANCE : Locale.UK;
    }

    /** Runs an action in another locale, for example the one of a mail's recipient. */
    public static <T> T in(Locale language, Supplier<T> action) {
        var previous = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return action.get();
        } finally {
            LocaleContextHolder.setLocaleContext(previous);
        }
    }

    /** The text of a message key; the arguments replace {0}, {1}… */
    public static String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale());
    }

    /** The text of a key that a request contains; null if there is no such key. */
    static @Nullable String ifKnown(String key) {
        return messages.getMessage(key, null, null, locale());
    }

    /** Removes accents and capitals, for searches. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Inserts a space after every four characters, so that an IBAN or a reference is easy to compare. */
    public static String groupByFour(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** "3 mars 2021", "1er janv. 2021"; in English "3 Mar 2021". */
    public static String date(@Nullable LocalDate day) {
        return day == null ? "" : date(day, "MMM");
    }

    /** The date with the month in full: "3 mars 2021". */
    public static String fullDate(LocalDate day) {
        return date(day, "MMMM");
    }

    private static String date(LocalDate day, String month) {
        String dayOfMonth = isFrench() && day.getDayOfMonth() == 1 ? "d'er'" : "d";
        return format(day, dayOfMonth + " " + month + " y");
    }

    private static String format(TemporalAccessor value, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, formatLocale()).format(value);
    }

    /** Date and time in Paris, with the offset from UTC, which distinguishes the repeated hour when clocks go back. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : dateAndTime(instant, "HH:mm:ss xxx");
    }

    /** Date and time in Paris to the minute, without the offset. */
    public static String minute(@Nullable Instant instant) {
        return instant == null ? "" : dateAndTime(instant, "HH:mm");
    }

    private static String dateAndTime(Instant instant, String pattern) {
        return day(instant) + " " + format(instant.atZone(PARIS), pattern);
    }

    /** Date and time in Paris in ISO 8601, which {@link ParsedInstant} accepts. */
    public static String instant(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(PARIS).toOffsetDateTime().toString();
    }

    /** The date of an instant in Paris. */
    public static String day(Instant instant) {
        return date(instant.atZone(PARIS).toLocalDate());
    }

    /** Month and year in short, for the axis of a plot. */
    public static String month(LocalDate day) {
        return format(day, "MMM yy");
    }

    public static String number(long count) {
        return NumberFormat.getIntegerInstance(formatLocale()).format(count);
    }

    public static String money(@Nullable Money amount) {
        return euros(amount == null ? null : amount.euros());
    }

    /** A sum in euros, which may exceed the limit of {@link Money}. */
    public static String euros(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(formatLocale());
        format.setCurrency(EURO);
        return format.format(amount);
    }

    /** An amount typed in a form, with the decimal sign of the current locale; any other text unchanged. */
    public static String amount(String typed) {
        char sign = isFrench() ? ',' : '.';
        return AMOUNT.matcher(typed).matches() ? typed.replace('.', sign).replace(',', sign) : typed;
    }

    /** "a, b et c". */
    public static String list(Collection<String> things) {
        return things.isEmpty()
                ? ""
                : ListFormat.getInstance(formatLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(List.copyOf(things));
    }

    /** "du 1er janv. 2021 au 3 mars 2021": first and last day, both included. */
    public static String period(Period period) {
        if (period.start() == null) {
            return period.lastDay() == null ? t("period.not-yet") : t("period.until", date(period.lastDay()));
        }
        return period.lastDay() == null
                ? t("period.since", date(period.start()))
                : t("period.between", date(period.start()), date(period.lastDay()));
    }
}
