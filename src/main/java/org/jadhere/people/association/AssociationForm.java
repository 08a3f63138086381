package org.jadhere.people.association;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Form;

/**
 * The association's form: reminders as days before and days after the last day of a fee; bank details in upper or lower
 * case, with any spaces, dots or hyphens.
 */
final class AssociationForm {

    private static final int MAX_DAYS_LENGTH = 200;

    private AssociationForm() {}

    static Association in(Form form) {
        return new Association(
                form.required("name", 200),
                form.text("address", 2000),
                form.text("email", 320),
                website(form),
                form.text("registration", 200),
                bank(form),
                form.isTicked("login-by-link"),
                form.isTicked("staff-second-factor"),
                remindOn(form));
    }

    /** Completes example.org to an address that a link can have. */
    private static String website(Form form) {
        String typed = form.text("website", 300);
        return typed.isEmpty() || typed.contains("://") ? typed : "https://" + typed;
    }

    private static Association.Bank bank(Form form) {
        String holder = form.text("holder", 70);
        String iban = compact(form.text("iban", 100));
        if (!iban.isEmpty() && !iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            form.reject("iban", "error.iban-form");
        } else if (!iban.isEmpty() && !Mod97CheckDigits.areValid(iban)) {
            form.reject("iban", "error.iban-digits");
        }
        if (!iban.isEmpty() && holder.isEmpty()) {
            form.reject("holder", "error.bank-holder");
        }
        return new Association.Bank(holder, iban, compact(form.text("bic", 100)));
    }

    private static String compact(String typed) {
        return typed.replaceAll("[\\s\\h.-]", "").toUpperCase(Locale.ROOT);
    }

    private static List<Integer> remindOn(Form form) {
        List<Integer> days = new ArrayList<>(days(form, "before", day -> -day));
        days.addAll(days(form, "after", day -> day));
        return days.stream().distinct().sorted().toList();
    }

    private static List<Integer> days(Form form, String name, IntUnaryOperator sign) {
        String typed = form.text(name, MAX_DAYS_LENGTH);
        var words = Stream.of(typed.split("[,;\\s\\h]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.stream().allMatch(word -> word.matches("[0-9]{1,3}") && Integer.parseInt(word) <= 365)) {
            form.reject(name, "error.days", typed);
            return List.of();
        }
        return words.stream()
                .map(word -> sign.applyAsInt(Integer.parseInt(word)))
                .toList();
    }

    static Map<String, String> fields(Association association) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", association.name());
        fields.put("address", association.address());
        fields.put("email", association.email());
        fields.put("website", association.website());
        fields.put("registration", association.registration());
        fields.put("holder", association.bank().holder());
        fields.put("iban", association.bank().ibanInGroups());
        fields.put("bic", association.bank().bic());
        fields.put("login-by-link", association.loginByLink() ? "yes" : "");
        fields.put("staff-second-factor", association.staffSecondFactor() ? "yes" : "");
        fields.put("before", listed(association.remindOn().stream().filter(day -> day <= 0)));
        fields.put("after", listed(association.remindOn().stream().filter(day -> day > 0)));
        return fields;
    }

    /** In the order of the reminders. */
    private static String listed(Stream<Integer> days) {
        return days.sorted().map(Math::abs).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
