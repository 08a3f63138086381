package org.jadhere.pages.admin;

import java.util.Map;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The forms on the page of a service: what was typed in one of them and not accepted, and nothing of the others. */
record ServiceForms(Map<Act, Form> typed) {

    /** What can be done there. */
    enum Act {
        ASSIGNMENT,
        ENDING,
        PAYMENT,
        PRICE,
        POOL
    }

    static final ServiceForms NONE = new ServiceForms(Map.of());

    ServiceForms {
        typed = Map.copyOf(typed);
    }

    static ServiceForms of(Act act, Form form) {
        return new ServiceForms(Map.of(act, form));
    }

    @Nullable
    Form get(Act act) {
        return typed.get(act);
    }

    HttpStatus status() {
        return typed.values().stream().findFirst().map(Form::status).orElse(HttpStatus.OK);
    }
}
