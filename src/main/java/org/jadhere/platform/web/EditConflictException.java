package org.jadhere.platform.web;

import java.util.Map;

/** Another user changed the object while its form was open. Nothing is written; the form shows the current values. */
public final class EditConflictException extends RuntimeException {

    private final transient Map<String, String> fields;
    private final transient FormSnapshot current;

    EditConflictException(Map<String, String> fields, FormSnapshot current) {
        super("changed by another user: " + fields.keySet());
        this.fields = fields;
        this.current = current;
    }

    /** The changed fields with their current values. */
    Map<String, String> fields() {
        return fields;
    }

    FormSnapshot current() {
        return current;
    }
}
