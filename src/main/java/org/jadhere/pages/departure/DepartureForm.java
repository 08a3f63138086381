package org.jadhere.pages.departure;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormSnapshot;
import org.jspecify.annotations.Nullable;

/** The form of a departure: a choice for each line, with the fields of the line named after it. */
final class DepartureForm {

    private static final String LAST_DAY = "last-day";
    private static final String LINES = "lines";
    private static final String REPLY = "reply";
    private static final String REASON = "-reason";
    private static final String ADDRESSES = "-addresses";
    private static final String PAYMENTS = "-ends-too";
    private static final int LIMIT = 2000;

    private DepartureForm() {}

    /** The form that proposes the usual choices. */
    static Form proposed(Departure departure, LocalDate today) {
        Map<String, String> shown = new HashMap<>();
        departure
                .ofReader()
                .forEach(line -> line.state()
                        .forEach((name, value) -> shown.put(line.item().field() + "." + name, value)));
        var form = Form.editing(shown).with(LAST_DAY, today.toString()).with(LINES, keys(departure));
        departure.ofReader().forEach(line -> propose(form, line));
        return form;
    }

    private static void propose(Form form, DepartureLine line) {
        String field = line.item().field();
        form.with(field, line.usual().word());
        form.with(field + REASON, line.reason() == null ? "" : line.reason().reason());
        form.with(field + ADDRESSES, "yes");
        form.with(field + PAYMENTS, payments(line.details()));
    }

    private static String payments(@Nullable ServiceDetails details) {
        return details == null ? "" : details.plan().expected();
    }

    private static String keys(Departure departure) {
        return departure.ofReader().stream().map(line -> line.item().key()).collect(joining(" "));
    }

    /** The form as typed, on what is held now. An error of a line that is gone is told above the form. */
    static Form rejected(Departure now, Form typed, LocalDate today) {
        var form = proposed(now, today);
        Stream.of("form", LAST_DAY, REPLY).forEach(name -> form.copyField(typed, name));
        now.ofReader().stream()
                .map(line -> line.item().field())
                .filter(typed::isTicked)
                .flatMap(field -> Stream.of(field, field + REASON, field + ADDRESSES))
                .forEach(name -> form.copyField(typed, name));
        if (!form.hasErrors()) {
            form.reject("form", "error.departure-changed");
        }
        return form;
    }

    /** What a submitted form asks for; errors are in the form. */
    static DepartureWish wish(Departure departure, Form form, LocalDate today) {
        if (!form.value(LINES).equals(keys(departure))) {
            form.reject("form", "error.departure-changed");
        }
        var orders =
                departure.ofReader().stream().map(line -> order(line, form)).toList();
        LocalDate lastDay = departure.asksLastDay() ? form.required(LAST_DAY, form.date(LAST_DAY), today) : today;
        refuseHastyClosing(form, orders, lastDay.isAfter(today));
        return new DepartureWish(lastDay, orders, form.text(REPLY, 5000));
    }

    private static DepartureOrder order(DepartureLine line, Form form) {
        String field = line.item().field();
        var typed = form.choice(field, DepartureChoice.class);
        var choice = form.required(field, typed != null && line.choices().contains(typed) ? typed : null, line.usual());
        boolean needsReason = choice == DepartureChoice.LEAVE && line.needsReason();
        return new DepartureOrder(
                line,
                choice,
                needsReason ? form.required(field + REASON, LIMIT) : form.text(field + REASON, LIMIT),
                form.isTicked(field + ADDRESSES),
                form.value(field + PAYMENTS),
                seen(form.snapshot(), field + "."));
    }

    private static FormSnapshot seen(FormSnapshot snapshot, String prefix) {
        Map<String, String> fields = new HashMap<>();
        snapshot.fields().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
            }
        });
        return new FormSnapshot(fields);
    }

    /** The form proposed to close the account since nothing would stay; that is no longer so. */
    private static void refuseHastyClosing(Form form, List<DepartureOrder> orders, boolean later) {
        boolean keeps = later || orders.stream().anyMatch(DepartureOrder::keeps);
        orders.stream()
                .filter(order -> keeps && order.closesAccount() && !order.line().stays())
                .forEach(order -> form.reject(order.line().item().field(), "error.departure-account"));
    }
}
