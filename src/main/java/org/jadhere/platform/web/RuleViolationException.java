package org.jadhere.platform.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jadhere.platform.db.Pg;
import org.springframework.dao.DataIntegrityViolationException;

/** A rule stands against what was asked: which field it is about, and the message that says what to do. */
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

    /** The only one that was meant by what was typed in a field; none, and several, are refused in these words. */
    public static <T> T requireSingle(
            List<T> meant, Function<T, String> label, String field, String typed, String ifNone, String ifSeveral) {
        return switch (meant.size()) {
            case 0 -> throw new RuleViolationException(field, ifNone, typed);
            case 1 -> meant.getFirst();
            default ->
                throw new RuleViolationException(
                        field,
                        ifSeveral,
                        typed,
                        Texts.list(meant.stream().map(label).toList()));
        };
    }

    /**
     * Does what may be refused by the database, and says so in words.
     *
     * @param words what to say, by the name of the constraint; the failure of any other is passed on
     */
    public static <T> T translateConstraints(Map<String, RuleViolationException> words, Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException failure) {
            RuleViolationException refused = words.get(Pg.constraint(failure));
            throw refused == null ? failure : refused;
        }
    }
}
