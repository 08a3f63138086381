package org.jadhere.platform.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jadhere.platform.db.Pg;
import org.springframework.dao.DataIntegrityViolationException;

/** A rule rejects an action: the form field concerned, and the message that says what to do. */
public final class RuleViolationException extends RuntimeException {

    private final String field;
    private final String messageKey;
    private final transient Object[] arguments;

    public RuleViolationException(String field, String messageKey, Object... arguments) {
        super(field + ": " + messageKey);
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    /** Returns the single match for a text typed in a field. Zero or several matches are rejected with the given messages. */
    public static <T> T requireSingle(
            List<T> matches, Function<T, String> label, String field, String typed, String ifNone, String ifSeveral) {
        return switch (matches.size()) {
            case 0 -> throw new RuleViolationException(field, ifNone, typed);
            case 1 -> matches.getFirst();
            default ->
                throw new RuleViolationException(
                        field,
                        ifSeveral,
                        typed,
                        Texts.list(matches.stream().map(label).toList()));
        };
    }

    /**
     * Runs a write and turns the violation of a known constraint into a rule violation.
     *
     * @param violations by the name of the constraint; the violation of any other is rethrown as it is
     */
    public static <T> T translateConstraints(Map<String, RuleViolationException> violations, Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException failure) {
            RuleViolationException violation = violations.get(Pg.constraint(failure));
            throw violation == null ? failure : violation;
        }
    }
}
