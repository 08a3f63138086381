package org.jadhere.money.fees;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** A fee as a form has it: first and last day are both covered. */
public final class MembershipFeeForm {

    private MembershipFeeForm() {}

    public static MembershipFee.Terms terms(Form form) {
        Money amount = form.required("amount", form.money("amount"), Money.ZERO);
        PaymentMethod method =
                form.required("method", form.choice("method", PaymentMethod.class), PaymentMethod.UNPAID);
        form.required("from");
        return new MembershipFee.Terms(
                amount, method, form.period("from", "to"), form.date("paid"), form.text("note", 100_000));
    }

    /** The same where a fee may be left out: without an amount there is none. */
    public static MembershipFee.@Nullable Terms ifAny(Form form) {
        return form.text("amount") == null ? null : terms(form);
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

    /** As the last time, for the year after it. */
    public static Form after(MembershipFee last, @Nullable LocalDate coveredUntil, LocalDate today) {
        return next(coveredUntil, today)
                .with("amount", last.amount().toString())
                .with("method", last.method().word());
    }

    /** A year from the day after what is covered so far, or from today; by transfer, the amount left to say. */
    public static Form next(@Nullable LocalDate coveredUntil, LocalDate today) {
        LocalDate first = coveredUntil == null || coveredUntil.isBefore(today) ? today : coveredUntil.plusDays(1);
        return Form.withDefaults(Map.of(
                "method", PaymentMethod.TRANSFER.word(),
                "from", first.toString(),
                "to", first.plusYears(1).minusDays(1).toString()));
    }
}
