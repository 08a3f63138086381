package org.jadhere.money.fees;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The fields of the form for a fee. The last day is included, unlike the end of the period. */
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

    /** The terms of an optional fee; null if the amount is empty. */
    public static MembershipFee.@Nullable Terms optionalTerms(Form form) {
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

    /** Suggests the amount and the method of the last fee for the next year. */
    public static Form renewal(MembershipFee last, @Nullable LocalDate coveredUntil, LocalDate today) {
        return suggestion(coveredUntil, today)
                .with("amount", last.amount().toString())
                .with("method", last.method().word());
    }

    /**
     * Suggests a transfer for one year, without an amount: from the day after {@code coveredUntil}, but not before
     * today.
     */
    public static Form suggestion(@Nullable LocalDate coveredUntil, LocalDate today) {
        LocalDate first = coveredUntil == null || coveredUntil.isBefore(today) ? today : coveredUntil.plusDays(1);
        return Form.withDefaults(Map.of(
                "method", PaymentMethod.TRANSFER.word(),
                "from", first.toString(),
                "to", first.plusYears(1).minusDays(1).toString()));
    }
}
