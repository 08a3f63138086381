package org.jadhere.office.backup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jadhere.platform.cli.CommandException;

/**
 * Selects the backups to keep. {@code 14d 8w 12m} keeps the last one of each of 14 calendar days, 8 weeks from Monday
 * on and 12 months; {@code y} is a year. Only periods with a backup count: backups do not expire by time alone, and the
 * newest is always kept.
 */
record RetentionPolicy(List<Rule> rules) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([dwmy])");

    /** @param firstDay maps a day to the first day of its period */
    record Rule(int count, UnaryOperator<LocalDate> firstDay) {}

    /** @throws CommandException if the text has another format */
    static RetentionPolicy parse(String text) {
        return new RetentionPolicy(
                Stream.of(text.strip().split("\\s+")).map(RetentionPolicy::rule).toList());
    }

    private static Rule rule(String word) {
        var found = FORM.matcher(word);
        if (!found.matches()) {
            throw new CommandException("jadhere.backup.keep is not like '14d 8w 12m': " + word);
        }
        return new Rule(Integer.parseInt(found.group(1)), firstDay(found.group(2)));
    }

    private static UnaryOperator<LocalDate> firstDay(String unit) {
        return switch (unit) {
            case "w" -> day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "m" -> day -> day.withDayOfMonth(1);
            case "y" -> day -> day.withDayOfYear(1);
            default -> day -> day;
        };
    }

    /** Returns the backups to delete, the oldest first. */
    List<ArchiveName> expired(Collection<ArchiveName> all, ZoneId zone) {
        var sorted = all.stream().sorted(ArchiveName.BY_TIME).toList();
        Set<ArchiveName> kept = new HashSet<>();
        for (Rule rule : rules) {
            var last = new TreeMap<LocalDate, ArchiveName>();
            sorted.forEach(name ->
                    last.put(rule.firstDay().apply(name.takenAt().atZone(zone).toLocalDate()), name));
            last.descendingMap().values().stream().limit(rule.count()).forEach(kept::add);
        }
        return sorted.stream().filter(name -> !kept.contains(name)).toList();
    }
}
