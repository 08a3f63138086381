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
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.util.PSQLException;

/** PostgreSQL operators and functions that jOOQ lacks. Plain SQL for jOOQ is only in this class and {@link PgAddresses}. */
public final class Pg {

    private static final int MAX_SEARCH_WORDS = 10;
    private static final int MAX_SEARCH_LENGTH = 500;

    private Pg() {}

    /** The condition for an optional filter value; no condition for null or a blank text. */
    public static <T> Condition given(@Nullable T value, Function<? super T, Condition> condition) {
        return value == null || value instanceof String text && text.isBlank() ? noCondition() : condition.apply(value);
    }

    /** The first words of a search, as many and as long as any name is: each costs a scan of an index. */
    private static List<String> words(String typed) {
        return Stream.of(typed.substring(0, Math.min(typed.length(), MAX_SEARCH_LENGTH))
                        .strip()
                        .split("\\s+"))
                .limit(MAX_SEARCH_WORDS)
                .toList();
    }

    /**
     * The folded text contains each typed word (of ten at most), in any order, ignoring accents and case. Trigram indexes support it. The
     * words are inlined, not bound: the best plan depends on how rare they are, and a generic plan of PostgreSQL scans
     * the whole table for one name.
     */
    public static Condition containsWords(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : words(typed)) {
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

    /** The schema's function fold, which removes accents and capitals. */
    public static Field<String> fold(Field<String> text) {
        return field("fold({0})", String.class, text);
    }

    /**
     * The folded text contains words similar to each typed word, to tolerate typing errors. Words of four letters or more
     * must share two fifths of their trigrams with it; shorter ones must be contained as they are.
     */
    public static Condition resemblesWords(Field<String> folded, String typed) {
        Condition all = noCondition();
        for (String word : words(typed)) {
            all = all.and(
                    word.length() < 4 ? containsWords(folded, word) : condition("fold({1}) <% {0}", folded, val(word)));
        }
        return all;
    }

    /** Sets the threshold of {@link #resemblesWords} for the current transaction. */
    public static Field<String> setSimilarityThreshold() {
        return setLocally("pg_trgm.word_similarity_threshold", "0.4");
    }

    /** Locks a row for this transaction. Other updates of it wait; reads and foreign key checks do not. */
    public static void lock(DSLContext db, TableField<?, Long> key, long id) {
        db.select(key).from(key.getTable()).where(key.eq(id)).forNoKeyUpdate().execute();
    }

    /** Whether another user than the current one, or a command, created a row of a table with a history. */
    static Condition createdByAnother(Table<?> table, long id) {
        return condition("created_by_another({0}, {1})", inline(table.getName()), val(id));
    }

    /** Makes other transactions that call this for the same table wait until this one ends: what it counts stays true. */
    public static void serialize(DSLContext db, Table<?> table) {
        db.execute("select pg_advisory_xact_lock({0}::regclass::oid::bigint)", inline(table.getName()));
    }

    /** The name of the constraint that a failed write violates; empty for any other failure. */
    public static String constraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException error && error.getServerErrorMessage() != null) {
                return Objects.requireNonNullElse(error.getServerErrorMessage().getConstraint(), "");
            }
        }
        return "";
    }

    /** Whether an instant is in a half-open range; null is an open end. The index of the exclusion constraint supports it. */
    public static Condition during(Field<Instant> from, Field<Instant> until, Instant instant) {
        return condition("tstzrange({0}, {1}) @> {2}", from, until, val(instant, from));
    }

    /** Whether the instant in a column is in a half-open range. */
    public static Condition during(Field<Instant> from, Field<Instant> until, Field<Instant> instant) {
        return condition("tstzrange({0}, {1}) @> {2}", from, until, instant);
    }

    /** Creates an empty table with the columns of a query, for the current transaction. */
    public static void createTemporaryTable(DSLContext db, Table<?> table, Select<?> columns) {
        db.execute("create temporary table {0} on commit drop as {1} with no data", table, columns);
    }

    /** Opens a writer of rows in COPY's text format into a table. Closing it completes the COPY. */
    public static Writer copyInto(Connection connection, Table<?> table, Field<?>... columns) throws SQLException {
        String names = Stream.of(columns).map(Field::getName).collect(Collectors.joining(", "));
        var copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy " + table.getName() + " (" + names + ") from stdin",
                1 << 16);
        return new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8), 1 << 16);
    }

    /** A number in a row stored as JSON. The expression is the same as in the indexes of the history. */
    public static Field<Long> number(Field<JSON> image, String column) {
        return field("({0} ->> {1})::bigint", Long.class, image, inline(column));
    }

    /** A value, as text, in a row stored as JSON. */
    public static Field<String> text(Field<JSON> image, String column) {
        return field("({0} ->> {1})", String.class, image, inline(column));
    }

    /**
     * The number of the given days, in ascending order, that are before a date. The days are inlined: a bound parameter
     * would be parsed again for each row, since parsing a date is not immutable.
     */
    public static Field<Integer> bucket(List<LocalDate> days, Field<LocalDate> date) {
        return field("width_bucket({0} - 1, {1})", Integer.class, date, inline(days.toArray(LocalDate[]::new)));
    }

    /** Sets a configuration parameter for the current transaction. */
    public static Field<String> setLocally(String name, @Nullable String value) {
        return field("set_config({0}, {1}, true)", String.class, val(name), val(value == null ? "" : value));
    }

    /** Checks deferrable constraints at the next {@link #checkConstraints}, or at the end of the transaction. */
    public static void deferConstraints(DSLContext db, String... names) {
        db.execute("set constraints " + String.join(", ", names) + " deferred");
    }

    public static void checkConstraints(DSLContext db, String... names) {
        db.execute("set constraints " + String.join(", ", names) + " immediate");
    }

    /** The instant at which a day begins in Paris. */
    public static Field<Instant> startOfParisDay(Field<LocalDate> day) {
        return field("({0}::timestamp at time zone 'Europe/Paris')", SQLDataType.INSTANT, day);
    }
}
