package org.jadhere.payments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.db.Money;
import org.jadhere.members.PaymentMethod;
import org.jadhere.services.Rhythm;
import org.jadhere.services.Service;
import org.jadhere.services.ServiceType;
import org.jadhere.web.Form;

/** A payment as a form has it: the last day is still paid for. */
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

    /** What is usual for the type, from the day the service begins or, once others were paid, from today. */
    public static Form suggestion(Service service, ServiceType type, boolean first, LocalDate today) {
        LocalDate begins = service.period().start();
        return Form.suggesting(Map.of(
                "amount", Objects.toString(type.usualAmount(), ""),
                "months", String.valueOf(Objects.requireNonNullElse(type.usualMonths(), (short) 1)),
                "method", PaymentMethod.STANDING_ORDER.word(),
                "from", (first && begins != null ? begins : today).toString()));
    }
}
