package org.jadhere.home;

import java.util.Objects;
import java.util.stream.Stream;
import org.jadhere.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The forms on the page of a service: what was typed in one of them and not accepted, and nothing of the others. */
record ServiceForms(
        @Nullable Form assignment,
        @Nullable Form payment,
        @Nullable Form pool) {

    static final ServiceForms NONE = new ServiceForms(null, null, null);

    static ServiceForms assignment(Form form) {
        return new ServiceForms(form, null, null);
    }

    static ServiceForms payment(Form form) {
        return new ServiceForms(null, form, null);
    }

    static ServiceForms pool(Form form) {
        return new ServiceForms(null, null, form);
    }

    HttpStatus status() {
        return Stream.of(assignment, payment, pool)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Form::status)
                .orElse(HttpStatus.OK);
    }
}
