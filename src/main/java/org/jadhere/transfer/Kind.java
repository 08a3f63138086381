package org.jadhere.transfer;

import static org.jadhere.transfer.Column.id;
import static org.jadhere.transfer.Column.of;
import static org.jadhere.transfer.Column.reference;
import static org.jadhere.transfer.Column.text;
import static org.jadhere.transfer.Column.written;
import static org.jadhere.transfer.Form.DAY;
import static org.jadhere.transfer.Form.MONEY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.transfer.Column.Reference;

/**
 * The files of a folder, each after those it refers to: their columns in canonical order, and where these stand in
 * the database. All that reads, checks, writes or exports a file is derived from this table.
 */
enum Kind {
    CREWS(
            "crew",
            List.of(new Unique("name", "s.name", "t.name")),
            id(),
            of("name", Form.text(150)).must(),
            written("permissions", Form.PERMISSIONS, Lists.PERMISSIONS)),
    USERS(
            "app_user",
            List.of(new Unique("username", "lower(s.username)", "lower(t.username)")),
            id(),
            of("username", Form.USERNAME).must(),
            text("first_name", 200),
            text("last_name", 200),
            written("email", Form.EMAIL, Lists.PRIMARY_EMAIL),
            written("other_emails", Form.EMAILS, Lists.OTHER_EMAILS),
            text("phone", 200),
            text("address", 2000),
            of("language", Form.oneOf("fr", "en")).or("'fr'"),
            of("staff", Form.FLAG).or("false"),
            of("superuser", Form.FLAG).or("false"),
            of("active", Form.FLAG).or("true"),
            of("password", Form.PASSWORD).onlyWhenNew()),
    CREW_MEMBERS(
            "crew_member",
            reference("crew_id", CREWS).must(),
            reference("user_id", USERS).must()),
    ORGANISATIONS(
            "organisation",
            id(),
            of("name", Form.text(300)).must(),
            text("description", 100_000),
            of("email", Form.EMAIL).or("''"),
            text("phone", 200),
            text("address", 2000)),
    ORGANISATION_USERS(
            "organisation_user",
            reference("organisation_id", ORGANISATIONS).must(),
            reference("user_id", USERS).must()),
    MEMBERS(
            "member",
            List.of(
                    new Unique("number", "s.number", "t.number"),
                    new Unique("holder_id", "(s.holder, s.holder_id)", "")),
            id(),
            of("number", Form.NUMBER).must(),
            written(
                            "holder",
                            Form.oneOf("user", "organisation"),
                            "case when t.user_id is null then 'organisation' else 'user' end")
                    .must(),
            written("holder_id", Form.ID, "coalesce(r_user_id.external_id, r_organisation_id.external_id)")
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
            of("method", Form.METHOD).must(),
            of("start", DAY, "starts_on").must(),
            of("end", DAY, "ends_on"),
            of("date", DAY, "paid_on"),
            of("validated", Form.FLAG).must(),
            text("note", 100_000)),
    SERVICE_TYPES(
            "service_type",
            List.of(new Unique("name", "s.name", "t.name")),
            id(),
            of("name", Form.text(200)).must(),
            reference("crew_id", CREWS),
            of("usual_amount", MONEY),
            of("usual_period", Form.MONTHS, "usual_months"),
            of("internet_access", Form.FLAG).or("false")),
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
            of("method", Form.METHOD).must(),
            of("period", Form.MONTHS, "months").must(),
            of("start", DAY, "starts_on").must(),
            of("end", DAY, "ends_on"),
            of("validated", Form.FLAG).must(),
            text("note", 100_000)),
    PREFIXES(
            "prefix",
            of("prefix", Form.PREFIX).must(),
            text("description", 2000),
            of("kind", Form.oneOf("pool", "own", "reserved")).or("'pool'"),
            of("part_length", Form.NUMBER),
            of("sparse", Form.FLAG).or("false"),
            of("keeps_edges", Form.FLAG).or("true"),
            of("warn_percent", Form.NUMBER),
            of("rest_days", Form.NUMBER)),
    ALLOCATIONS(
            "ip_allocation",
            id(),
            reference("service_id", SERVICES).must(),
            of("address", Form.PREFIX).must(),
            of("from", Form.INSTANT, "held_from").must(),
            of("to", Form.INSTANT, "held_until"),
            of("known_since", Form.INSTANT).onlyWhenNew(),
            of("end_known_since", Form.INSTANT).onlyWhenNew());

    final String table;
    final List<Unique> uniques;
    final List<Column> columns;

    Kind(String table, Column... columns) {
        this(table, List.of(), columns);
    }

    Kind(String table, List<Unique> uniques, Column... columns) {
        this.table = table;
        this.uniques = uniques;
        this.columns = List.of(columns);
    }

    static Optional<Kind> named(String file) {
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
