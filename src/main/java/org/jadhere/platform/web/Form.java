package org.jadhere.platform.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The parameters of a request as a form, for the filters of a list as for an action. {@link #accepts} runs an action
 * and shows its rejection beside the field concerned.
 */
public final class Form extends FormFields {

    private static final String KEY = "once";

    private FormSnapshot snapshot = FormSnapshot.EMPTY;

    /** Removes NUL characters, which PostgreSQL's text type cannot store. */
    static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap()
                .forEach((name, given) -> form.values.put(
                        name,
                        List.of(given).stream()
                                .map(value -> value.replace("\0", ""))
                                .toList()));
        form.snapshot = FormSnapshot.from(form.values);
        return form;
    }

    /** A form that shows the current values of an object and will change it. */
    public static Form editing(Map<String, String> current) {
        var form = withDefaults(current);
        form.snapshot = new FormSnapshot(current);
        return form;
    }

    public static Form empty() {
        return withDefaults(Map.of());
    }

    /** A form for a new object, filled with default values. */
    public static Form withDefaults(Map<String, String> defaults) {
        var form = new Form();
        defaults.forEach(form::with);
        return form;
    }

    /** Sets the value of one field. */
    public Form with(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    /** The object's values when the form was opened, to be compared with the current ones by the write. */
    public FormSnapshot snapshot() {
        return snapshot;
    }

    /**
     * The UUID of the object that this form creates. It is a hidden field, so that a form submitted twice creates one
     * object; a submitted value that is no UUID is replaced.
     */
    public String idempotencyKey() {
        String submitted = value(KEY);
        if (submitted.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return submitted;
        }
        String created = UUID.randomUUID().toString();
        with(KEY, created);
        return created;
    }

    /** Runs the action unless the form has errors. A rejection by the action becomes an error of its field. */
    public boolean accepts(Runnable action) {
        return result(() -> {
                    action.run();
                    return true;
                })
                .isPresent();
    }

    /** As {@link #accepts}, with the result of the action; empty if the form has errors. */
    public <T> Optional<T> result(Supplier<T> action) {
        if (hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(action.get());
        } catch (RuleViolationException violation) {
            reject(violation.field(), violation.messageKey(), violation.arguments());
        } catch (EditConflictException conflict) {
            conflict.fields()
                    .forEach((name, current) ->
                            reject(name, "error.meanwhile", display(snapshot.value(name)), display(current)));
            snapshot = conflict.current();
        }
        return Optional.empty();
    }

    private static String display(String value) {
        return value.isEmpty() ? "–" : Texts.amount(value);
    }

    /** Copies a field of another form on the same page, with its error; returns this form. */
    public Form copyField(Form other, String name) {
        with(name, other.value(name));
        String error = other.error(name);
        if (error != null) {
            errors.put(name, error);
        }
        return this;
    }

    /** 422 if the form has errors, else 200. */
    public HttpStatus status() {
        return hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    /** The page that shows this form, with {@link #status()}. */
    public ModelAndView page(JteModel page) {
        return PageView.of(page, status());
    }
}
