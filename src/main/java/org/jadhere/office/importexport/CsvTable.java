package org.jadhere.office.importexport;

import static org.jadhere.office.importexport.CsvColumn.*;
import static org.jadhere.office.importexport.ValueFormat.DAY;
import static org.jadhere.office.importexport.ValueFormat.FLAG;
import static org.jadhere.office.importexport.ValueFormat.INSTANT;
import static org.jadhere.office.importexport.ValueFormat.MONEY;
import static org.jadhere.office.importexport.ValueFormat.NUMBER;
import static org.jadhere.office.importexport.ValueFormat.oneOf;
import static org.jadhere.platform.db.Tables.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.office.importexport.CsvColumn.Reference;
import org.jadhere.platform.db.Word;
import org.jooq.Table;

/**
 * The files of a folder and their columns, in canonical order: each file comes after the files that it refers to.
 * Reading, checking, storing and exporting are all derived from this list.
 */
enum CsvTable implements Word {
    CREWS(
            CREW,
            id(CREW.EXTERNAL_ID),
            of("name", ValueFormat.text(150), CREW.NAME).mandatory(),
            computed("permissions", ValueFormat.PERMISSIONS, ListFields.PERMISSIONS)),
    USERS(
            APP_USER,
            id(APP_USER.EXTERNAL_ID),
            of("username", ValueFormat.USERNAME, APP_USER.USERNAME).mandatory(),
            text("first_name", 200, APP_USER.FIRST_NAME),
            text("last_name", 200, APP_USER.LAST_NAME),
            computed("email", ValueFormat.EMAIL, ListFields.PRIMARY_EMAIL),
            computed("other_emails", ValueFormat.EMAILS, ListFields.OTHER_EMAILS),
            computed("unconfirmed_emails", ValueFormat.EMAILS, ListFields.UNCONFIRMED_EMAILS),
            text("phone", 200, APP_USER.PHONE),
            text("address", 2000, APP_USER.ADDRESS),
            of("language", oneOf("fr", "en"), APP_USER.LANGUAGE).orDefault("'fr'"),
            of("staff", FLAG, APP_USER.STAFF).orDefault("false"),
            of("superuser", FLAG, APP_USER.SUPERUSER).orDefault("false"),
            of("active", FLAG, APP_USER.ACTIVE).orDefault("true"),
            of("password", ValueFormat.PASSWORD, APP_USER.PASSWORD).insertOnly()),
    CREW_MEMBERS(
            CREW_MEMBER,
            reference("crew_id", CREW_MEMBER.CREW_ID, CREWS).mandatory(),
            reference("user_id", CREW_MEMBER.USER_ID, USERS).mandatory()),
    ORGANISATIONS(
            ORGANISATION,
            id(ORGANISATION.EXTERNAL_ID),
            of("name", ValueFormat.text(300), ORGANISATION.NAME).mandatory(),
            text("description", 100_000, ORGANISATION.DESCRIPTION),
            of("email", ValueFormat.EMAIL, ORGANISATION.EMAIL).orDefault("''"),
            text("phone", 200, ORGANISATION.PHONE),
            text("address", 2000, ORGANISATION.ADDRESS)),
    ORGANISATION_USERS(
            ORGANISATION_USER,
            reference("organisation_id", ORGANISATION_USER.ORGANISATION_ID, ORGANISATIONS)
                    .mandatory(),
            reference("user_id", ORGANISATION_USER.USER_ID, USERS).mandatory()),
    MEMBERS(
            MEMBER,
            id(MEMBER.EXTERNAL_ID),
            of("number", NUMBER, MEMBER.NUMBER).mandatory(),
            holder(),
            holderId(USERS, ORGANISATIONS),
            older("joined", DAY).mandatory(),
            older("left", DAY)),
    MEMBERSHIPS(
            MEMBERSHIP,
            reference("member_id", MEMBERSHIP.MEMBER_ID, MEMBERS).mandatory(),
            of("joined", DAY, MEMBERSHIP.JOINED_ON).mandatory(),
            of("left", DAY, MEMBERSHIP.LEFT_ON)),
    FEES(
            MEMBERSHIP_FEE,
            id(MEMBERSHIP_FEE.EXTERNAL_ID),
            reference("member_id", MEMBERSHIP_FEE.MEMBER_ID, MEMBERS).mandatory(),
            of("amount", MONEY, MEMBERSHIP_FEE.AMOUNT).mandatory(),
            of("method", ValueFormat.METHOD, MEMBERSHIP_FEE.METHOD).mandatory(),
            of("start", DAY, MEMBERSHIP_FEE.STARTS_ON).mandatory(),
            of("end", DAY, MEMBERSHIP_FEE.ENDS_ON),
            of("date", DAY, MEMBERSHIP_FEE.PAID_ON),
            of("validated", FLAG, MEMBERSHIP_FEE.VALIDATED).mandatory(),
            text("note", 100_000, MEMBERSHIP_FEE.NOTE)),
    SERVICE_TYPES(
            SERVICE_TYPE,
            id(SERVICE_TYPE.EXTERNAL_ID),
            of("name", ValueFormat.text(200), SERVICE_TYPE.NAME).mandatory(),
            reference("crew_id", SERVICE_TYPE.CREW_ID, CREWS),
            of("usual_amount", MONEY, SERVICE_TYPE.USUAL_AMOUNT),
            of("usual_period", ValueFormat.MONTHS, SERVICE_TYPE.USUAL_MONTHS),
            of("internet_access", FLAG, SERVICE_TYPE.INTERNET_ACCESS).orDefault("false"),
            of("offered", FLAG, SERVICE_TYPE.OFFERED).orDefault("false")),
    SERVICES(
            SERVICE,
            id(SERVICE.EXTERNAL_ID),
            reference("type_id", SERVICE.TYPE_ID, SERVICE_TYPES).mandatory(),
            older("member_id", ValueFormat.ID),
            text("label", 300, SERVICE.LABEL),
            of("start", DAY, SERVICE.STARTS_ON),
            of("end", DAY, SERVICE.ENDS_ON),
            text("notes", 100_000, SERVICE.NOTES)),
    HOLDINGS(
            HOLDING,
            id(HOLDING.EXTERNAL_ID),
            reference("service_id", HOLDING.SERVICE_ID, SERVICES).mandatory(),
            reference("member_id", HOLDING.MEMBER_ID, MEMBERS).mandatory(),
            of("start", DAY, HOLDING.STARTS_ON).mandatory(),
            of("end", DAY, HOLDING.ENDS_ON),
            of("known_since", INSTANT, HOLDING.KNOWN_SINCE).insertOnly(),
            of("end_known_since", INSTANT, HOLDING.END_KNOWN_SINCE).insertOnly()),
    PAYMENTS(
            PAYMENT,
            id(PAYMENT.EXTERNAL_ID),
            reference("service_id", PAYMENT.SERVICE_ID, SERVICES).mandatory(),
            // An import never ties a stored payment to another holding.
            reference("holding_id", PAYMENT.HOLDING_ID, HOLDINGS).insertOnly(),
            of("amount", MONEY, PAYMENT.AMOUNT).mandatory(),
            of("method", ValueFormat.METHOD, PAYMENT.METHOD).mandatory(),
            of("period", ValueFormat.MONTHS, PAYMENT.MONTHS).mandatory(),
            of("start", DAY, PAYMENT.STARTS_ON).mandatory(),
            of("end", DAY, PAYMENT.ENDS_ON),
            of("validated", FLAG, PAYMENT.VALIDATED).mandatory(),
            text("note", 100_000, PAYMENT.NOTE)),
    PREFIXES(
            PREFIX,
            of("prefix", ValueFormat.PREFIX, PREFIX.PREFIX_).mandatory(),
            text("description", 2000, PREFIX.DESCRIPTION),
            of("kind", oneOf("pool", "own", "reserved"), PREFIX.KIND).orDefault("'pool'"),
            of("part_length", NUMBER, PREFIX.PART_LENGTH),
            of("sparse", FLAG, PREFIX.SPARSE).orDefault("false"),
            of("keeps_edges", FLAG, PREFIX.KEEPS_EDGES).orDefault("true"),
            of("warn_percent", NUMBER, PREFIX.WARN_PERCENT),
            of("rest_days", NUMBER, PREFIX.REST_DAYS)),
    ALLOCATIONS(
            IP_ALLOCATION,
            id(IP_ALLOCATION.EXTERNAL_ID),
            reference("service_id", IP_ALLOCATION.SERVICE_ID, SERVICES).mandatory(),
            of("address", ValueFormat.PREFIX, IP_ALLOCATION.ADDRESS).mandatory(),
            of("from", INSTANT, IP_ALLOCATION.HELD_FROM).mandatory(),
            of("to", INSTANT, IP_ALLOCATION.HELD_UNTIL),
            of("known_since", INSTANT, IP_ALLOCATION.KNOWN_SINCE).insertOnly(),
            of("end_known_since", INSTANT, IP_ALLOCATION.END_KNOWN_SINCE).insertOnly());

    final List<CsvColumn> columns;
    private final Table<?> table;

    CsvTable(Table<?> table, CsvColumn... columns) {
        this.table = table;
        this.columns = List.of(columns);
    }

    /** Returns the table of a file name, if it is one of a folder's. */
    static Optional<CsvTable> ofFile(String file) {
        return Arrays.stream(values())
                .filter(table -> table.file().equals(file))
                .findFirst();
    }

    String file() {
        return word() + ".csv";
    }

    String sqlName() {
        return table.getName();
    }

    /** The temporary table that holds the file while it is checked. */
    String staging() {
        return "staged_" + word();
    }

    /** The word for one row, in messages. */
    String noun() {
        return sqlName().replaceFirst("^(app|membership|ip)_", "").replace('_', ' ');
    }

    boolean has(String column) {
        return names().contains(column);
    }

    /** The columns by which import finds the stored row, by their names in the file. */
    List<String> key() {
        if (this == MEMBERSHIPS) {
            return List.of("member_id", "joined");
        }
        var single = Stream.of("id", "prefix").filter(this::has).findFirst();
        return single.map(List::of).orElseGet(this::names);
    }

    List<String> names() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    Stream<Reference> references() {
        return columns.stream().flatMap(column -> column.references().stream());
    }
}
