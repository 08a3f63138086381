package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.PAYMENTS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the payments of a service from a day on. The price rises every few years, by a new payment. */
final class DemoPayments {

    private static final List<String> METHODS = List.of(
            "standing_order",
            "standing_order",
            "standing_order",
            "standing_order",
            "direct_debit",
            "direct_debit",
            "direct_debit",
            "transfer",
            "transfer",
            "cheque",
            "cash");
    private static final List<Integer> RHYTHMS = List.of(1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 12, 12, 6, 2);

    private final DemoFiles files;
    private final SeededChoice random;

    DemoPayments(DemoFiles files, SeededChoice random) {
        this.files = files;
        this.random = random;
    }

    /** Writes the payments of one holder. */
    void write(Held held, DemoType type, LocalDate start, @Nullable LocalDate end, LocalDate today) {
        if (random.percent(25)) {
            write(held, new Terms(60, random.of(METHODS), 0), start, null, today);
        }
        Terms terms = terms(type);
        LocalDate from = start;
        LocalDate last = end == null ? today : end.minusDays(1);
        for (LocalDate rise = nextRise(from, today); !rise.isAfter(last); rise = nextRise(from, today)) {
            write(held, terms, from, rise, today);
            terms = terms.raised(random.between(1, 3));
            from = rise;
        }
        write(held, terms, from, end, today);
    }

    /** A holding of a service, by their ids. */
    record Held(int service, int holding) {}

    private Terms terms(DemoType type) {
        int euros = Math.max(1, type.euros + random.between(-2, 3));
        if (random.percent(4)) {
            return random.percent(50) ? new Terms(0, "free", 1) : new Terms(euros, "unpaid", 1);
        }
        return new Terms(euros, random.of(METHODS), random.of(RHYTHMS));
    }

    /** Returns the day of the next price rise: in two to four years, or in the last days for some. */
    private LocalDate nextRise(LocalDate from, LocalDate today) {
        LocalDate recent = today.minusDays(random.between(0, DemoFees.WAITING_DAYS));
        return recent.isAfter(from) && random.percent(5)
                ? recent
                : from.plusMonths(random.between(24, 48)).withDayOfMonth(1);
    }

    private void write(Held held, Terms terms, LocalDate from, @Nullable LocalDate to, LocalDate today) {
        boolean validated = from.isBefore(today.minusDays(DemoFees.WAITING_DAYS)) && random.percent(97);
        String note = terms.months() == 0 ? "Raccordement" : null;
        files.add(
                PAYMENTS,
                held.service(),
                held.holding(),
                terms.amount(),
                terms.method(),
                terms.months(),
                from,
                to,
                validated && !terms.method().equals("unpaid"),
                note);
    }

    private record Terms(int euros, String method, int months) {

        String amount() {
            return Math.multiplyExact(euros, Math.max(1, months)) + ".00";
        }

        Terms raised(int by) {
            return euros == 0 ? this : new Terms(euros + by, method, months);
        }
    }
}
