package org.jadhere.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/**
 * A form, filled in: for the filters of a list as for an act. An act that refuses is heard by {@link #accepts}, so that
 * its reason stands beside the field it is about.
 */
public final class Form extends FormFields {

    private static final String ONCE = "once";

    private FormSnapshot seen = FormSnapshot.NOTHING;

    /** PostgreSQL's text has no NUL, and neither has a form. */
    static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap()
                .forEach((name, given) -> form.values.put(
                        name,
                        List.of(given).stream()
                                .map(value -> value.replace("\0", ""))
                                .toList()));
        form.seen = FormSnapshot.in(form.values);
        return form;
    }

    /** A form about a thing as it is now, to be changed. */
    public static Form about(Map<String, String> now) {
        var form = suggesting(now);
        form.seen = new FormSnapshot(now);
        return form;
    }

    /** The same form with something filled in for its reader. */
    public Form with(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    /** A form for something new, with what is usual filled in. */
    public static Form suggesting(Map<String, String> usual) {
        var form = new Form();
        usual.forEach((name, value) -> form.values.put(name, List.of(value)));
        return form;
    }

    /** The thing as it was when the form was opened; acts compare it with how it is now. */
    public FormSnapshot seen() {
        return seen;
    }

    /**
     * The name of what a form creates: it comes back with the form, so that a form sent twice creates one thing.
     * What is no UUID was made up, and is replaced.
     */
    public String once() {
        String given = value(ONCE);
        if (given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return given;
        }
        String fresh = UUID.randomUUID().toString();
        values.put(ONCE, List.of(fresh));
        return fresh;
    }

    /** Does the act, unless something is wrong already; what the act refuses is noted beside its field. */
    public boolean accepts(Runnable act) {
        return result(() -> {
                    act.run();
                    return true;
                })
                .isPresent();
    }

    /** The same of an act that makes something: what it made. */
    public <T> Optional<T> result(Supplier<T> act) {
        if (hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(act.get());
        } catch (RuleViolationException refused) {
            reject(refused.field(), refused.messageKey(), refused.arguments());
        } catch (EditConflictException changed) {
            changed.fields()
                    .forEach((name, now) -> reject(name, "error.meanwhile", shown(seen.value(name)), shown(now)));
            seen = changed.now();
        }
        return Optional.empty();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : Texts.amount(value);
    }

    /** Takes over a field of another form on the same page, with what is wrong about it. */
    public Form take(Form other, String name) {
        values.put(name, List.of(other.value(name)));
        if (other.error(name) != null) {
            errors.put(name, Objects.requireNonNull(other.error(name)));
        }
        return this;
    }

    /** 422 where something is wrong with what was typed. */
    public HttpStatus status() {
        return hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }
}
