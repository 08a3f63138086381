package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.HOLDINGS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes who held a service, and when: mostly one member from the first day to the last, sometimes a former holder before
 * them, sometimes with a pause of a summer.
 */
final class DemoHoldings {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DemoFiles files;
    private final SeededChoice random;
    private final List<DemoMember> earlier = new ArrayList<>();

    DemoHoldings(DemoFiles files, SeededChoice random) {
        this.files = files;
        this.random = random;
    }

    /** The days of a holding. */
    record Days(int holding, LocalDate start, @Nullable LocalDate end) {}

    /** The holdings of a service in order; the last one is of the member. */
    List<Days> write(int service, DemoMember member, LocalDate start, @Nullable LocalDate end) {
        LocalDate last = end == null ? member.today() : end;
        int kind = last.isAfter(start.plusMonths(18)) ? service % 20 : 20;
        List<Days> written = new ArrayList<>();
        LocalDate from = start;
        var others = earlier.stream()
                .filter(other -> other != member && !other.joined().isAfter(start))
                .toList();
        if (kind == 3 && !others.isEmpty()) {
            from = start.plusMonths(random.between(6, 12)).withDayOfMonth(1);
            written.add(add(service, random.of(others), start, from));
        } else if (kind == 7) {
            from = start.plusMonths(random.between(8, 12)).withDayOfMonth(1);
            written.add(add(service, member, start, from.minusMonths(random.between(2, 4))));
        }
        written.add(add(service, member, from, end));
        if (member.left() == null && !member.isOrganisation()) {
            earlier.add(member);
        }
        return written;
    }

    private Days add(int service, DemoMember member, LocalDate start, @Nullable LocalDate end) {
        int holding =
                files.add(HOLDINGS, service, member.id(), start, end, noon(start), end == null ? null : noon(end));
        return new Days(holding, start, end);
    }

    /** When the crew noted it. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(PARIS).toInstant();
    }
}
