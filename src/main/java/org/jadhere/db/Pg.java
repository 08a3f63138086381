package org.jadhere.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

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

    /**
     * Folded text holds something like each word that was typed, letters swapped or missing: words of four letters or
     * more share two fifths of their trigrams with it, shorter ones stand in it as they are.
     */
    public static Condition resembles(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : typed.strip().split("\\s+")) {
            all = all.and(word.length() < 4 ? holds(folded, word) : condition("fold({1}) <% {0}", folded, val(word)));
        }
        return all;
    }

    /** How alike words must be for {@link #resembles}, until the transaction ends. */
    public static Field<String> likeness() {
        return setLocally("pg_trgm.word_similarity_threshold", "0.4");
    }

    /** Holds a row for this transaction: who changes it as well waits, who only reads it or refers to it does not. */
    public static void lock(DSLContext db, TableField<?, Long> key, long id) {
        db.select(key).from(key.getTable()).where(key.eq(id)).forNoKeyUpdate().execute();
    }

    /** The name of the constraint that a failed write broke; empty where the failure is of another kind. */
    public static String constraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return Objects.requireNonNullElse(
                        refused.getServerErrorMessage().getConstraint(), "");
            }
        }
        return "";
    }

    /** Whether one is in the other, either way round, or they are the same. */
    public static Condition overlaps(Field<IpPrefix> address, IpPrefix other) {
        return condition("{0} && {1}", address, val(other, address));
    }

    /** The length of a prefix. */
    public static Field<Integer> length(Field<IpPrefix> prefix) {
        return field("masklen({0})", Integer.class, prefix);
    }

    /** The part of a length in which a longer prefix lies, or the first of a shorter one. */
    public static Field<IpPrefix> firstPart(Field<IpPrefix> prefix, int length) {
        return field("network(set_masklen({0}, {1}))::inet", prefix.getDataType(), prefix, inline(length));
    }

    /** How many addresses a prefix has. */
    public static Field<BigDecimal> size(Field<IpPrefix> prefix) {
        return field("prefix_share({0}, {0})", BigDecimal.class, prefix);
    }

    /** Whether an address or prefix is another one or lies in it. */
    public static Condition within(Field<IpPrefix> inner, Field<IpPrefix> outer) {
        return condition("{0} <<= {1}", inner, outer);
    }

    public static Condition within(IpPrefix inner, Field<IpPrefix> outer) {
        return within(val(inner, outer), outer);
    }

    public static Condition within(Field<IpPrefix> inner, IpPrefix outer) {
        return within(inner, val(outer, inner));
    }

    /** The service that holds all of an address or prefix at this very moment, if one does. */
    public static Field<Long> holderNow(Field<IpPrefix> range) {
        return field("holder_now({0})", Long.class, range);
    }

    /** Removes the names and delegations of those whose allocation has come to its end by itself. */
    public static void forgetNamesOfPastHolders(DSLContext db) {
        db.execute("select names_forget_past_holders()");
    }

    /** Nobody else allocates an address, or declares a name of one, until this transaction ends. */
    public static void takeTurnInAddresses(DSLContext db) {
        db.execute("select pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint)");
    }

    /** Whether an instant lies in a half-open time; what has no end is still running. Served by the index of the exclusion. */
    public static Condition during(Field<Instant> from, Field<Instant> until, Instant instant) {
        return condition("tstzrange({0}, {1}) @> {2}", from, until, val(instant, from));
    }

    /** A number in a row that was kept as json; indexes of the history have it in these very words. */
    public static Field<Long> number(Field<JSON> image, String column) {
        return field("({0} ->> {1})::bigint", Long.class, image, inline(column));
    }

    /** A value, as text, in a row that was kept as json. */
    public static Field<String> text(Field<JSON> image, String column) {
        return field("({0} ->> {1})", String.class, image, inline(column));
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
