package org.jadhere.office.importexport;

import static org.jadhere.office.importexport.CsvColumn.id;
import static org.jadhere.office.importexport.CsvColumn.of;
import static org.jadhere.office.importexport.CsvColumn.reference;
import static org.jadhere.office.importexport.CsvColumn.text;
import static org.jadhere.office.importexport.CsvColumn.written;
import static org.jadhere.office.importexport.ValueFormat.DAY;
import static org.jadhere.office.importexport.ValueFormat.MONEY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.office.importexport.CsvColumn.Reference;

/**
 * The files of a folder, each after those it refers to: their columns in canonical order, and where these stand in
 * the database. All that reads, checks, writes or exports a file is derived from this table.
 */
enum CsvTable {
    CREWS(
            "crew",
            List.of(new UniqueRule("name", "s.name", "t.name")),
            id(),
            of("name", ValueFormat.text(150)).must(),
            written("permissions", ValueFormat.PERMISSIONS, ListFields.PERMISSIONS)),
    USERS(
            "app_user",
            List.of(new UniqueRule("username", "lower(s.username)", "lower(t.username)")),
            id(),
            of("username", ValueFormat.USERNAME).must(),
            text("first_name", 200),
            text("last_name", 200),
            written("email", ValueFormat.EMAIL, ListFields.PRIMARY_EMAIL),
            written("other_emails", ValueFormat.EMAILS, ListFields.OTHER_EMAILS),
            text("phone", 200),
            text("address", 2000),
            of("language", ValueFormat.oneOf("fr", "en")).or("'fr'"),
            of("staff", ValueFormat.FLAG).or("false"),
            of("superuser", ValueFormat.FLAG).or("false"),
            of("active", ValueFormat.FLAG).or("true"),
            of("password", ValueFormat.PASSWORD).onlyWhenNew()),
    CREW_MEMBERS(
            "crew_member",
            reference("crew_id", CREWS).must(),
            reference("user_id", USERS).must()),
    ORGANISATIONS(
            "organisation",
            id(),
            of("name", ValueFormat.text(300)).must(),
            text("description", 100_000),
            of("email", ValueFormat.EMAIL).or("''"),
            text("phone", 200),
            text("address", 2000)),
    ORGANISATION_USERS(
            "organisation_user",
            reference("organisation_id", ORGANISATIONS).must(),
            reference("user_id", USERS).must()),
    MEMBERS(
            "member",
            List.of(
                    new UniqueRule("number", "s.number", "t.number"),
                    new UniqueRule("holder_id", "(s.holder, s.holder_id)", "")),
            id(),
            of("number", ValueFormat.NUMBER).must(),
            written(
                            "holder",
                            ValueFormat.oneOf("user", "organisation"),
                            "case when t.user_id is null then 'organisation' else 'user' end")
                    .must(),
            written("holder_id", ValueFormat.ID, "coalesce(r_user_id.external_id, r_organisation_id.external_id)")
                    .must()
                    .to(
                            new Reference(USERS, "user_id", "case when s.holder = 'user' then s.holder_id end"),
                            new Reference(
                                    ORGANISATIONS,
                                    "organisation_id",
                                    "case when s.holder = 'organisation' then s.holder_id end")),
            of("joined", DAY, "joined_on").must(),
            of("left", DAY, "left_on")),
    FEES(
            "membership_fee",
            id(),
            reference("member_id", MEMBERS).must(),
            of("amount", MONEY).must(),
            of("method", ValueFormat.METHOD).must(),
            of("start", DAY, "starts_on").must(),
            of("end", DAY, "ends_on"),
            of("date", DAY, "paid_on"),
            of("validated", ValueFormat.FLAG).must(),
            text("note", 100_000)),
    SERVICE_TYPES(
            "service_type",
            List.of(new UniqueRule("name", "s.name", "t.name")),
            id(),
            of("name", ValueFormat.text(200)).must(),
            reference("crew_id", CREWS),
            of("usual_amount", MONEY),
            of("usual_period", ValueFormat.MONTHS, "usual_months"),
            of("internet_access", ValueFormat.FLAG).or("false")),
    SERVICES(
            "service",
            id(),
            reference("type_id", SERVICE_TYPES).must(),
            reference("member_id", MEMBERS),
            text("label", 300),
            of("start", DAY, "starts_on"),
            of("end", DAY, "ends_on"),
            text("notes", 100_000)),
    PAYMENTS(
            "payment",
            id(),
            reference("service_id", SERVICES).must(),
            of("amount", MONEY).must(),
            of("method", ValueFormat.METHOD).must(),
            of("period", ValueFormat.MONTHS, "months").must(),
            of("start", DAY, "starts_on").must(),
            of("end", DAY, "ends_on"),
            of("validated", ValueFormat.FLAG).must(),
            text("note", 100_000)),
    PREFIXES(
            "prefix",
            of("prefix", ValueFormat.PREFIX).must(),
            text("description", 2000),
            of("kind", ValueFormat.oneOf("pool", "own", "reserved")).or("'pool'"),
            of("part_length", ValueFormat.NUMBER),
            of("sparse", ValueFormat.FLAG).or("false"),
            of("keeps_edges", ValueFormat.FLAG).or("true"),
            of("warn_percent", ValueFormat.NUMBER),
            of("rest_days", ValueFormat.NUMBER)),
    ALLOCATIONS(
            "ip_allocation",
            id(),
            reference("service_id", SERVICES).must(),
            of("address", ValueFormat.PREFIX).must(),
            of("from", ValueFormat.INSTANT, "held_from").must(),
            of("to", ValueFormat.INSTANT, "held_until"),
            of("known_since", ValueFormat.INSTANT).onlyWhenNew(),
            of("end_known_since", ValueFormat.INSTANT).onlyWhenNew());

    final String table;
    final List<UniqueRule> uniques;
    final List<CsvColumn> columns;

    CsvTable(String table, CsvColumn... columns) {
        this(table, List.of(), columns);
    }

    CsvTable(String table, List<UniqueRule> uniques, CsvColumn... columns) {
        this.table = table;
        this.uniques = uniques;
        this.columns = List.of(columns);
    }

    static Optional<CsvTable> named(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file().equals(file)).findFirst();
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** The temporary table that holds the file while it is checked. */
    String staging() {
        return "staged_" + name().toLowerCase(Locale.ROOT);
    }

    /** One of them, in a message. */
    String noun() {
        return table.replaceFirst("^(app|membership|ip)_", "").replace('_', ' ');
    }

    boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }

    Stream<Reference> references() {
        return columns.stream().flatMap(column -> column.references().stream());
    }

    /** The table's columns by which import recognises a row: the id's, else the prefix, else both ends of a link. */
    List<String> key() {
        return has("id")
                ? List.of("external_id")
                : has("prefix")
                        ? List.of("prefix")
                        : references().map(Reference::target).toList();
    }

    /** The same in the staged row. */
    String stagedKey() {
        String ends = "(s.%s, s.%s)"
                .formatted(columns.getFirst().name(), columns.getLast().name());
        return has("id") ? "s.id" : has("prefix") ? "s.prefix" : ends;
    }
}
