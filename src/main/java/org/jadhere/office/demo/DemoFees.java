package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.FEES;

import java.time.LocalDate;
import java.util.List;

/** A fee a year, at a price that each chooses; some forget one, and the last weeks' wait for the bank crew. */
final class DemoFees {

    static final int WAITING_DAYS = 21;

    private static final List<String> AMOUNTS = List.of(
            "20.00", "20.00", "20.00", "20.00", "20.00", "15.00", "15.00", "10.00", "25.00", "30.00", "50.00", "5.00");
    private static final List<String> METHODS =
            List.of("transfer", "transfer", "transfer", "cheque", "cash", "direct_debit", "standing_order");

    private final DemoFiles files;
    private final SeededChoice chance;

    DemoFees(DemoFiles files, SeededChoice chance) {
        this.files = files;
        this.chance = chance;
    }

    void write(DemoMember member) {
        String amount = chance.of(AMOUNTS);
        String method = chance.of(METHODS);
        for (LocalDate start = member.joined(); !start.isAfter(member.lastDay()); start = start.plusYears(1)) {
            boolean forgotten = !start.equals(member.joined()) && chance.in100(7);
            if (!forgotten) {
                write(member, amount, method, start);
            }
        }
    }

    private void write(DemoMember member, String amount, String method, LocalDate start) {
        LocalDate paid = chance.day(start, start.plusDays(40));
        if (paid.isAfter(member.today())) {
            paid = member.today();
        }
        boolean validated = paid.isBefore(member.today().minusDays(WAITING_DAYS)) && chance.in100(98);
        String note = chance.in100(3) ? "Chèque remis à la permanence." : null;
        files.add(FEES, member.id(), amount, method, start, start.plusYears(1), paid, validated, note);
    }
}
