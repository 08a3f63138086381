package org.jadhere.pages.service;

import java.util.Map;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The forms on the page of a service. It holds the form that was rejected, if any; the page suggests the others. */
record ServiceForms(Map<Act, Form> rejected) {

    enum Act {
        ASSIGNMENT,
        UNDO,
        PAYMENT,
        PRICE,
        NEXT_ADDRESS
    }

    static final ServiceForms NONE = new ServiceForms(Map.of());

    ServiceForms {
        rejected = Map.copyOf(rejected);
    }

    static ServiceForms of(Act act, Form form) {
        return new ServiceForms(Map.of(act, form));
    }

    @Nullable
    Form get(Act act) {
        return rejected.get(act);
    }

    HttpStatus status() {
        return rejected.values().stream().findFirst().map(Form::status).orElse(HttpStatus.OK);
    }
}
