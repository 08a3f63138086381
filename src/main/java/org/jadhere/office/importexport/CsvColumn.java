package org.jadhere.office.importexport;

import static org.jadhere.platform.db.Tables.MEMBER;

import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One column of a CSV file.
 *
 * @param required whether each row must have a value
 * @param mapping how its values are stored and exported
 * @param references the tables that a value can refer to; a member's holder has two, users and organisations
 */
record CsvColumn(
        String name, ValueFormat format, boolean required, Mapping mapping, List<Reference> references, Kind kind) {

    enum Kind {
        REGULAR,
        /** Stored in new rows only. */
        INSERT_ONLY,
        /** Of folders in an older form: read, and neither stored nor exported as it is. */
        OLDER
    }

    /**
     * In these SQL expressions, {@code s} is the staged row, {@code t} the stored row and {@link Reference#alias} the
     * row that is referred to.
     *
     * @param target the database column; null if the value is not stored in exactly one column
     * @param importSql the value to store
     * @param exportSql the value to export
     */
    record Mapping(@Nullable String target, String importSql, String exportSql) {}

    /**
     * A foreign key. The SQL expression {@code key} over {@code s} is the id in the other file; the key of that row is
     * stored in the column {@code target}.
     */
    record Reference(CsvTable table, String target, String key) {

        String alias() {
            return "r_" + target;
        }

        String joinStaged() {
            return "left join %s %s on %s.external_id = %s".formatted(table.sqlName(), alias(), alias(), key);
        }

        String joinStored() {
            return "left join %s %s on %s.id = t.%s".formatted(table.sqlName(), alias(), alias(), target);
        }
    }

    static CsvColumn of(String name, ValueFormat format, TableField<?, ?> field) {
        String target = field.getName();
        return new CsvColumn(
                name,
                format,
                false,
                new Mapping(target, "s.\"" + name + "\"", format.exportSql().formatted("t." + target)),
                List.of(),
                Kind.REGULAR);
    }

    static CsvColumn id(TableField<?, ?> externalId) {
        return of("id", ValueFormat.ID, externalId).mandatory();
    }

    /** Text that the database stores as an empty string instead of null. */
    static CsvColumn text(String name, int maxLength, TableField<?, ?> field) {
        return of(name, ValueFormat.text(maxLength), field).orDefault("''");
    }

    static CsvColumn reference(String name, TableField<?, ?> field, CsvTable table) {
        var reference = new Reference(table, field.getName(), "s.\"" + name + "\"");
        return computed(name, ValueFormat.ID, reference.alias() + ".external_id")
                .referringTo(reference);
    }

    /** A column that is not stored in one column of the table: export computes it, import handles it separately. */
    static CsvColumn computed(String name, ValueFormat format, String exportSql) {
        return new CsvColumn(name, format, false, new Mapping(null, "", exportSql), List.of(), Kind.REGULAR);
    }

    /** A column of older folders, which {@link OlderFolder} reads. */
    static CsvColumn older(String name, ValueFormat format) {
        return new CsvColumn(name, format, false, new Mapping(null, "", ""), List.of(), Kind.OLDER);
    }

    boolean older() {
        return kind == Kind.OLDER;
    }

    /** Whether a database column gets its value from this one. */
    boolean stores(String target) {
        return target.equals(mapping.target)
                || references.stream().anyMatch(reference -> reference.target().equals(target));
    }

    /** Whether a member is a user or an organisation. */
    static CsvColumn holder() {
        return computed(
                        "holder",
                        ValueFormat.oneOf("user", "organisation"),
                        "case when t.user_id is null then 'organisation' else 'user' end")
                .mandatory();
    }

    static CsvColumn holderId(CsvTable users, CsvTable organisations) {
        var user = new Reference(users, MEMBER.USER_ID.getName(), "case when s.holder = 'user' then s.holder_id end");
        var organisation = new Reference(
                organisations,
                MEMBER.ORGANISATION_ID.getName(),
                "case when s.holder = 'organisation' then s.holder_id end");
        String exportSql = "coalesce(%s.external_id, %s.external_id)".formatted(user.alias(), organisation.alias());
        return computed("holder_id", ValueFormat.ID, exportSql).mandatory().referringTo(user, organisation);
    }

    CsvColumn mandatory() {
        return new CsvColumn(name, format, true, mapping, references, kind);
    }

    /** @param sql the value that an empty field stands for */
    CsvColumn orDefault(String sql) {
        String importSql = "coalesce(%s, %s)".formatted(mapping.importSql, sql);
        var stored = new Mapping(mapping.target, importSql, mapping.exportSql);
        return new CsvColumn(name, format, required, stored, references, kind);
    }

    CsvColumn insertOnly() {
        return new CsvColumn(name, format, required, mapping, references, Kind.INSERT_ONLY);
    }

    CsvColumn referringTo(Reference... others) {
        return new CsvColumn(name, format, required, mapping, List.of(others), kind);
    }
}
