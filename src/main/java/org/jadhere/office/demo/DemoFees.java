package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.FEES;

import java.time.LocalDate;
import java.util.List;

/** Writes a fee a year, at a price that each member chooses. Some are missing; the latest wait for validation. */
final class DemoFees {

    static final int WAITING_DAYS = 21;

    private static final List<String> AMOUNTS = List.of(
            "20.00", "20.00", "20.00", "20.00", "20.00", "15.00", "15.00", "10.00", "25.00", "30.00", "50.00", "5.00");
    private static final List<String> METHODS =
            List.of("transfer", "transfer", "transfer", "cheque", "cash", "direct_debit", "standing_order");

    private final DemoFiles files;
    private final SeededChoice random;

    DemoFees(DemoFiles files, SeededChoice random) {
        this.files = files;
        this.random = random;
    }

    void write(DemoMember member) {
        String amount = random.of(AMOUNTS);
        String method = random.of(METHODS);
        for (LocalDate start = member.joined(); !start.isAfter(member.lastDay()); start = start.plusYears(1)) {
            boolean missing = !start.equals(member.joined()) && random.percent(7);
            if (!missing) {
                write(member, amount, method, start);
            }
        }
    }

    private void write(DemoMember member, String amount, String method, LocalDate start) {
        LocalDate paid = random.day(start, start.plusDays(40));
        if (paid.isAfter(member.today())) {
            paid = member.today();
        }
        boolean validated = paid.isBefore(member.today().minusDays(WAITING_DAYS)) && random.percent(98);
        String note = random.percent(3) ? "Chèque remis à la permanence." : null;
        files.add(FEES, member.id(), amount, method, start, start.plusYears(1), paid, validated, note);
    }
}
