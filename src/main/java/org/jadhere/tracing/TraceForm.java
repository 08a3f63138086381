package org.jadhere.tracing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jadhere.db.IpPrefix;
import org.jadhere.web.Form;
import org.jadhere.web.Option;
import org.jadhere.web.Texts;
import org.jspecify.annotations.Nullable;

/** A question as a form has it. */
final class TraceForm {

    private static final String AT = "at";
    private static final String ADDRESS = "address";

    private TraceForm() {}

    /** None where something is wrong, which the form says then. */
    static Optional<Question> in(Form form, Instant now) {
        IpPrefix address = address(form, ADDRESS);
        Instant at = instant(form, AT, "offset");
        String reason = form.required("reason", 2000);
        if (at != null && at.isAfter(now)) {
            form.reject(AT, "trace.at.future");
        }
        return address == null || at == null || form.hasErrors()
                ? Optional.empty()
                : Optional.of(new Question(address, at, reason));
    }

    static @Nullable IpPrefix address(Form form, String field) {
        String typed = form.required(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return IpPrefix.parse(typed);
        } catch (IllegalArgumentException notAnAddress) {
            form.reject(field, "error.address", typed);
            return null;
        }
    }

    /** @param offset the field that says which of two hours is meant */
    static @Nullable Instant instant(Form form, String field, String offset) {
        String typed = form.required(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        return switch (Moment.read(typed)) {
            case Moment.Known known -> known.instant();
            case Moment.Twice twice -> {
                var chosen = twice.offsets().stream()
                        .filter(choice -> choice.getId().equals(form.value(offset)))
                        .findFirst();
                if (chosen.isEmpty()) {
                    form.reject(
                            field,
                            "trace.at.twice",
                            twice.offsets().getFirst(),
                            twice.offsets().getLast());
                }
                yield chosen.map(twice::at).orElse(null);
            }
            case Moment.Never _ -> rejected(form, field, "trace.at.never");
            case Moment.Unreadable _ -> rejected(form, field, "trace.at.unreadable");
        };
    }

    private static @Nullable Instant rejected(Form form, String field, String messageKey) {
        form.reject(field, messageKey, form.value(field));
        return null;
    }

    /** Which hour is meant, where the clocks showed it twice; nothing to choose otherwise. */
    static List<Option> offsets(Form form, String field) {
        return Moment.read(form.value(field)) instanceof Moment.Twice twice
                ? twice.offsets().stream()
                        .map(offset -> new Option(offset.getId(), label(twice, offset)))
                        .toList()
                : List.of();
    }

    private static String label(Moment.Twice twice, ZoneOffset offset) {
        return Texts.t("trace.offset", offset.getId(), twice.at(offset).toString());
    }
}
