package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.PAYMENTS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised for a service from a day on, at a rhythm; the price rises every few years, as a new promise. */
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
    private final SeededChoice chance;

    DemoPayments(DemoFiles files, SeededChoice chance) {
        this.files = files;
        this.chance = chance;
    }

    void write(int service, DemoType type, LocalDate start, @Nullable LocalDate end, LocalDate today) {
        if (chance.in100(25)) {
            write(service, new Terms(60, chance.of(METHODS), 0), start, null, today);
        }
        Terms terms = terms(type);
        LocalDate from = start;
        LocalDate last = end == null ? today : end.minusDays(1);
        for (LocalDate rise = rise(from, today); !rise.isAfter(last); rise = rise(from, today)) {
            write(service, terms, from, rise, today);
            terms = terms.risen(chance.between(1, 3));
            from = rise;
        }
        write(service, terms, from, end, today);
    }

    private Terms terms(DemoType type) {
        int euros = Math.max(1, type.euros() + chance.between(-2, 3));
        if (chance.in100(4)) {
            return chance.in100(50) ? new Terms(0, "free", 1) : new Terms(euros, "unpaid", 1);
        }
        return new Terms(euros, chance.of(METHODS), chance.of(RHYTHMS));
    }

    /** In two to four years; for some, these days. */
    private LocalDate rise(LocalDate from, LocalDate today) {
        LocalDate recent = today.minusDays(chance.between(0, DemoFees.WAITING_DAYS));
        return recent.isAfter(from) && chance.in100(5)
                ? recent
                : from.plusMonths(chance.between(24, 48)).withDayOfMonth(1);
    }

    private void write(int service, Terms terms, LocalDate from, @Nullable LocalDate to, LocalDate today) {
        boolean seen = from.isBefore(today.minusDays(DemoFees.WAITING_DAYS)) && chance.in100(97);
        String note = terms.months() == 0 ? "Raccordement" : null;
        files.add(
                PAYMENTS,
                service,
                terms.amount(),
                terms.method(),
                terms.months(),
                from,
                to,
                seen && !terms.method().equals("unpaid"),
                note);
    }

    private record Terms(int euros, String method, int months) {

        String amount() {
            return Math.multiplyExact(euros, Math.max(1, months)) + ".00";
        }

        Terms risen(int by) {
            return euros == 0 ? this : new Terms(euros + by, method, months);
        }
    }
}
