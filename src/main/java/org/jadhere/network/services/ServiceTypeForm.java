package org.jadhere.network.services;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.web.Form;

/** The form of a service type. */
final class ServiceTypeForm {

    private ServiceTypeForm() {}

    /** Reads a type without its id and without the name of its crew. */
    static ServiceType type(Form form) {
        return new ServiceType(
                0,
                form.required("name", 200),
                form.number("crew"),
                null,
                form.money("amount"),
                Rhythm.in(form),
                form.isTicked("offered"),
                form.isTicked("internet-access"));
    }

    static Map<String, String> fields(ServiceType type) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", type.name());
        fields.put("crew", Objects.toString(type.crewId(), ""));
        fields.put("amount", Objects.toString(type.usualAmount(), ""));
        fields.put("months", Objects.toString(type.usualMonths(), ""));
        fields.put("offered", type.offered() ? "yes" : "");
        fields.put("internet-access", type.internetAccess() ? "yes" : "");
        return fields;
    }
}
