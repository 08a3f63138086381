package org.jadhere.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's operators that jOOQ does not know: the only class with SQL in strings. */
public final class Pg {

    private Pg() {}

    /** The condition on a value that was given; no restriction where it was not. */
    public static <T> Condition given(@Nullable T value, Function<? super T, Condition> restriction) {
        return value == null || value instanceof String text && text.isBlank()
                ? noCondition()
                : restriction.apply(value);
    }

    /** Folded text holds each word that was typed, in any order, accents and capitals aside. Trigram indexes serve it. */
    public static Condition holds(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : typed.strip().split("\\s+")) {
            all = all.and(condition("{0} like '%' || fold({1}) || '%'", folded, val(escaped(word))));
        }
        return all;
    }

    private static String escaped(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    /** What the schema calls fold: no accents, no capitals. */
    public static Field<String> fold(Field<String> text) {
        return field("fold({0})", String.class, text);
    }

    /** Whether one is in the other, either way round, or they are the same. */
    public static Condition overlaps(Field<IpPrefix> address, IpPrefix other) {
        return condition("{0} && {1}", address, val(other, address));
    }

    /**
     * How many of these days, which are in order, lie before a date: where it stands among them. The days are written
     * into the statement: as a parameter they would be read anew for each row, since reading a date is not immutable.
     */
    public static Field<Integer> placeAmong(List<LocalDate> days, Field<LocalDate> date) {
        return field("width_bucket({0} - 1, {1})", Integer.class, date, inline(days.toArray(LocalDate[]::new)));
    }

    /** A setting of the session, until the transaction ends. */
    public static Field<String> setLocally(String name, @Nullable String value) {
        return field("set_config({0}, {1}, true)", String.class, val(name), val(value == null ? "" : value));
    }
}
