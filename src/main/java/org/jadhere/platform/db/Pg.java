package org.jadhere.platform.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
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

    /**
     * Folded text holds each word that was typed, in any order, accents and capitals aside. Trigram indexes serve it. The
     * words stand in the statement: whether they are rare decides how to look for them, and a plan that PostgreSQL keeps
     * for whatever is typed reads a whole list for one name.
     */
    public static Condition containsWords(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : typed.strip().split("\\s+")) {
            all = all.and(condition("{0} like '%' || fold({1}) || '%'", folded, inline(escaped(word))));
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
    public static Condition resemblesWords(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : typed.strip().split("\\s+")) {
            all = all.and(
                    word.length() < 4 ? containsWords(folded, word) : condition("fold({1}) <% {0}", folded, val(word)));
        }
        return all;
    }

    /** How alike words must be for {@link #resemblesWords}, until the transaction ends. */
    public static Field<String> setSimilarityThreshold() {
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

    /** Whether an instant lies in a half-open time; what has no end is still running. Served by the index of the exclusion. */
    public static Condition during(Field<Instant> from, Field<Instant> until, Instant instant) {
        return condition("tstzrange({0}, {1}) @> {2}", from, until, val(instant, from));
    }

    /** The same of an instant that is in a column. */
    public static Condition during(Field<Instant> from, Field<Instant> until, Field<Instant> instant) {
        return condition("tstzrange({0}, {1}) @> {2}", from, until, instant);
    }

    /** An empty table with the columns of a query, until the transaction ends. */
    public static void createTemporaryTable(DSLContext db, Table<?> stage, Select<?> columns) {
        db.execute("create temporary table {0} on commit drop as {1} with no data", stage, columns);
    }

    /** COPY's other end, in its text format: what is written goes to the table, and closing it ends the COPY. */
    public static Writer copyInto(Connection connection, Table<?> table, Field<?>... columns) throws SQLException {
        String names = Stream.of(columns).map(Field::getName).collect(Collectors.joining(", "));
        var copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy " + table.getName() + " (" + names + ") from stdin",
                1 << 16);
        return new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8), 1 << 16);
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
    public static Field<Integer> bucket(List<LocalDate> days, Field<LocalDate> date) {
        return field("width_bucket({0} - 1, {1})", Integer.class, date, inline(days.toArray(LocalDate[]::new)));
    }

    /** A setting of the session, until the transaction ends. */
    public static Field<String> setLocally(String name, @Nullable String value) {
        return field("set_config({0}, {1}, true)", String.class, val(name), val(value == null ? "" : value));
    }
}
