package org.jadhere.members;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.db.Money;
import org.jadhere.db.Period;
import org.jadhere.web.Form;

/** A fee as a form has it: first and last day are both covered. */
public final class FeeForm {

    private FeeForm() {}

    public static MembershipFee.Terms terms(Form form) {
        Money amount = form.required("amount", form.money("amount"), Money.ZERO);
        PaymentMethod method =
                form.required("method", form.choice("method", PaymentMethod.class), PaymentMethod.UNPAID);
        Period covers = period(form);
        LocalDate paidOn = form.date("paid");
        return new MembershipFee.Terms(amount, method, covers, paidOn, form.text("note", 100_000));
    }

    private static Period period(Form form) {
        LocalDate first = form.required("from", form.date("from"), LocalDate.EPOCH);
        LocalDate last = form.date("to");
        if (last != null && last.isBefore(first)) {
            form.reject("to", "error.ends-before-start");
            last = null;
        }
        return Period.ofDays(first, last);
    }

    static Map<String, String> fields(MembershipFee.Terms terms) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", terms.amount().toString());
        fields.put("method", terms.method().word());
        fields.put("from", Objects.toString(terms.covers().start(), ""));
        fields.put("to", Objects.toString(terms.covers().lastDay(), ""));
        fields.put("paid", Objects.toString(terms.paidOn(), ""));
        fields.put("note", terms.note());
        return fields;
    }

    /** A year from the day after what is covered so far, or from today; by transfer, the amount left to say. */
    public static Form next(@org.jspecify.annotations.Nullable LocalDate coveredUntil, LocalDate today) {
        LocalDate first = coveredUntil == null || coveredUntil.isBefore(today) ? today : coveredUntil.plusDays(1);
        return Form.suggesting(Map.of(
                "method", PaymentMethod.TRANSFER.word(),
                "from", first.toString(),
                "to", first.plusYears(1).minusDays(1).toString()));
    }
}
