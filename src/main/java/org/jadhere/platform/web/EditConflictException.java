package org.jadhere.platform.web;

import java.util.Map;

/** Somebody else changed the thing while the form was open: nothing is written, and the second is told. */
public final class EditConflictException extends RuntimeException {

    private final transient Map<String, String> fields;
    private final transient FormSnapshot now;

    EditConflictException(Map<String, String> fields, FormSnapshot now) {
        super("changed meanwhile: " + fields.keySet());
        this.fields = fields;
        this.now = now;
    }

    /** What changed, with the values of now. */
    public Map<String, String> fields() {
        return fields;
    }

    FormSnapshot now() {
        return now;
    }
}
