package org.jadhere.money.payments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.Rhythm;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceType;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The fields of the form for a payment. The last day is included, unlike the end of the period. */
public final class PaymentForm {

    private PaymentForm() {}

    public static Payment.Terms terms(Form form) {
        Money amount = form.required("amount", form.money("amount"), Money.ZERO);
        PaymentMethod method =
                form.required("method", form.choice("method", PaymentMethod.class), PaymentMethod.UNPAID);
        short months = form.required("months", Rhythm.in(form), (short) 1);
        form.required("from");
        return new Payment.Terms(amount, method, months, form.period("from", "to"), form.text("note", 100_000));
    }

    static Map<String, String> fields(Payment.Terms terms) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", terms.amount().toString());
        fields.put("method", terms.method().word());
        fields.put("months", String.valueOf(terms.months()));
        fields.put("from", Objects.toString(terms.period().start(), ""));
        fields.put("to", Objects.toString(terms.period().lastDay(), ""));
        fields.put("note", terms.note());
        return fields;
    }

    /**
     * Suggests the usual amount and rhythm of the type, if the actor sees it, from the start of the service or today.
     */
    public static Form suggestion(Service service, @Nullable ServiceType type, LocalDate today) {
        LocalDate start = service.period().start();
        Short months = type == null ? null : type.usualMonths();
        return Form.withDefaults(Map.of(
                "amount", type == null ? "" : Objects.toString(type.usualAmount(), ""),
                "months", String.valueOf(Objects.requireNonNullElse(months, (short) 1)),
                "method", PaymentMethod.STANDING_ORDER.word(),
                "from", (start == null ? today : start).toString()));
    }

    /** Suggests the terms of the last payment, from the day after its last day, or from today if it has no end. */
    public static Form renewal(Payment last, LocalDate today) {
        LocalDate end = last.period().end();
        return Form.withDefaults(Map.of(
                "amount", last.amount().toString(),
                "months", String.valueOf(last.months()),
                "method", last.method().word(),
                "from", (end == null ? today : end).toString()));
    }
}
