package org.jadhere.payments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.db.Money;
import org.jadhere.db.Period;
import org.jadhere.members.PaymentMethod;
import org.jadhere.services.Service;
import org.jadhere.services.ServiceType;
import org.jadhere.web.Form;
import org.jadhere.web.Option;
import org.jspecify.annotations.Nullable;

/** A payment as a form has it: the last day is still paid for. */
public final class PaymentForm {

    private static final List<Short> RHYTHMS =
            List.of((short) 1, (short) 2, (short) 3, (short) 6, (short) 12, (short) 0);

    private PaymentForm() {}

    public static Payment.Terms terms(Form form) {
        Money amount = form.required("amount", form.money("amount"), Money.ZERO);
        PaymentMethod method =
                form.required("method", form.choice("method", PaymentMethod.class), PaymentMethod.UNPAID);
        short months = form.required("months", rhythm(form), (short) 1);
        return new Payment.Terms(amount, method, months, period(form), form.text("note", 100_000));
    }

    private static @Nullable Short rhythm(Form form) {
        Long typed = form.number("months");
        if (typed == null) {
            return null;
        }
        if (typed < 0 || typed > 12 || !RHYTHMS.contains(typed.shortValue())) {
            form.reject("months", "error.rhythm");
            return null;
        }
        return typed.shortValue();
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

    public static List<Option> rhythms() {
        return Option.numbered("rhythm", 1, 2, 3, 6, 12, 0);
    }
}
