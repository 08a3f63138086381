package org.jadhere.web;

import java.util.Map;

/** Somebody else changed the thing while the form was open: nothing is written, and the second is told. */
public final class Meanwhile extends RuntimeException {

    private final transient Map<String, String> fields;
    private final transient Seen now;

    Meanwhile(Map<String, String> fields, Seen now) {
        super("changed meanwhile: " + fields.keySet());
        this.fields = fields;
        this.now = now;
    }

    /** What changed, with the values of now. */
    public Map<String, String> fields() {
        return fields;
    }

    Seen now() {
        return now;
    }
}
