package org.jadhere.network.services;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;

/** The two forms of a service: the assignment (member and period) for the crew, the description for administrators. */
public final class ServiceForm {

    private ServiceForm() {}

    /** Both days are included; without a first day the service has not begun. */
    public static Period period(Form form) {
        return form.period("starts", "ends");
    }

    static Map<String, String> assignment(Service service) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("member", service.member() == null ? "" : service.member().label());
        Period shown =
                service.holding() == null ? service.period() : service.holding().period();
        fields.put("starts", Objects.toString(shown.start(), ""));
        fields.put("ends", Objects.toString(shown.lastDay(), ""));
        return fields;
    }

    /** The form to assign a service; it suggests today as the first day if the service has neither member nor start. */
    public static Form assignmentForm(Service service, LocalDate today) {
        var form = Form.editing(assignment(service));
        return service.member() == null && service.period().start() == null
                ? form.with("starts", today.toString())
                : form;
    }

    public static ServiceBook.Description description(Form form) {
        long type = form.required("type", form.number("type"), 0L);
        return new ServiceBook.Description(type, form.text("label", 300), form.text("notes", 100_000));
    }

    public static Map<String, String> description(Service service) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", String.valueOf(service.type().id()));
        fields.put("label", service.label());
        fields.put("notes", service.notes());
        return fields;
    }
}
