package org.jadhere.office.importexport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a file.
 *
 * @param place where its value stands in the database
 * @param references what a value may refer to; two for a holder, which is a user or an organisation
 */
record CsvColumn(String name, ValueFormat form, boolean required, Place place, List<Reference> references) {

    /**
     * In SQL, {@code s} is the staged row, {@code t} the table's, and {@link Reference#alias} what a row refers to.
     *
     * @param target the table's column; none where something else than one column takes the value
     * @param stored SQL of what goes into it
     * @param written SQL of what export writes
     * @param changeable false where import sets it only on new rows
     */
    record Place(@Nullable String target, String stored, String written, boolean changeable) {}

    /** The row of another file, whose id the SQL expression {@code key} over {@code s} names; its key goes into {@code target}. */
    record Reference(CsvTable kind, String target, String key) {

        String alias() {
            return "r_" + target;
        }

        String joinStaged() {
            return "left join %s %s on %s.external_id = %s".formatted(kind.table, alias(), alias(), key);
        }

        String joinStored() {
            return "left join %s %s on %s.id = t.%s".formatted(kind.table, alias(), alias(), target);
        }
    }

    static CsvColumn of(String name, ValueFormat form, String target) {
        var place = new Place(
                target, "s.\"" + name + "\"", form.written().formatted("t." + target), !target.equals("external_id"));
        return new CsvColumn(name, form, false, place, List.of());
    }

    static CsvColumn of(String name, ValueFormat form) {
        return of(name, form, name);
    }

    static CsvColumn id() {
        return of("id", ValueFormat.ID, "external_id").must();
    }

    /** Text that the database keeps as empty rather than as null. */
    static CsvColumn text(String name, int longest) {
        return of(name, ValueFormat.text(longest)).or("''");
    }

    static CsvColumn reference(String name, CsvTable kind) {
        var reference = new Reference(kind, name, "s.\"" + name + "\"");
        return written(name, ValueFormat.ID, reference.alias() + ".external_id").to(reference);
    }

    /** Not one column of the table: export computes it, import has rules of its own. */
    static CsvColumn written(String name, ValueFormat form, String sql) {
        return new CsvColumn(name, form, false, new Place(null, "", sql, false), List.of());
    }

    CsvColumn must() {
        return new CsvColumn(name, form, true, place, references);
    }

    /** What an empty field means. */
    CsvColumn or(String sql) {
        String stored = "coalesce(%s, %s)".formatted(place.stored, sql);
        return in(new Place(place.target, stored, place.written, place.changeable));
    }

    CsvColumn onlyWhenNew() {
        return in(new Place(place.target, place.stored, place.written, false));
    }

    CsvColumn to(Reference... kinds) {
        return new CsvColumn(name, form, required, place, List.of(kinds));
    }

    private CsvColumn in(Place other) {
        return new CsvColumn(name, form, required, other, references);
    }
}
