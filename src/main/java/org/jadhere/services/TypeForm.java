package org.jadhere.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.db.Money;
import org.jadhere.web.Form;
import org.jspecify.annotations.Nullable;

/** A service type as a form has it. */
final class TypeForm {

    private static final List<Long> RHYTHMS = List.of(0L, 1L, 2L, 3L, 6L, 12L);

    private TypeForm() {}

    /** Its id counts for nothing, and the crew's name is not read. */
    static ServiceType type(Form form) {
        form.required("name");
        return new ServiceType(
                0, form.text("name", 200), form.number("crew"), null, usualAmount(form), usualMonths(form));
    }

    private static @Nullable Money usualAmount(Form form) {
        return form.money("amount");
    }

    private static @Nullable Short usualMonths(Form form) {
        Long typed = form.number("months");
        if (typed != null && !RHYTHMS.contains(typed)) {
            form.reject("months", "error.rhythm");
            return null;
        }
        return typed == null ? null : typed.shortValue();
    }

    static Map<String, String> fields(ServiceType type) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", type.name());
        fields.put("crew", Objects.toString(type.crewId(), ""));
        fields.put("amount", Objects.toString(type.usualAmount(), ""));
        fields.put("months", Objects.toString(type.usualMonths(), ""));
        return fields;
    }
}
