package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.InstantField;

/** The form of a {@link Question}. */
final class WhoHadForm {

    private static final String AT = "at";
    private static final String ADDRESS = "address";

    private WhoHadForm() {}

    /** Returns empty if the form has errors. */
    static Optional<Question> in(Form form, Instant now) {
        IpPrefix address = form.required(ADDRESS).isEmpty() ? null : form.address(ADDRESS);
        Instant at = form.required(AT).isEmpty() ? null : InstantField.in(form, AT);
        String reason = form.required("reason", 2000);
        if (at != null && at.isAfter(now)) {
            form.reject(AT, "trace.at.future");
        }
        return address == null || at == null || form.hasErrors()
                ? Optional.empty()
                : Optional.of(new Question(address, at, reason));
    }
}
