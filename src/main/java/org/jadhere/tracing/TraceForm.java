package org.jadhere.tracing;

import java.time.Instant;
import java.util.Optional;
import org.jadhere.db.IpPrefix;
import org.jadhere.web.Form;
import org.jadhere.web.MomentField;

/** A question as a form has it. */
final class TraceForm {

    private static final String AT = "at";
    private static final String ADDRESS = "address";

    private TraceForm() {}

    /** None where something is wrong, which the form says then. */
    static Optional<Question> in(Form form, Instant now) {
        IpPrefix address = form.required(ADDRESS).isEmpty() ? null : form.address(ADDRESS);
        Instant at = form.required(AT).isEmpty() ? null : MomentField.in(form, AT);
        String reason = form.required("reason", 2000);
        if (at != null && at.isAfter(now)) {
            form.reject(AT, "trace.at.future");
        }
        return address == null || at == null || form.hasErrors()
                ? Optional.empty()
                : Optional.of(new Question(address, at, reason));
    }
}
