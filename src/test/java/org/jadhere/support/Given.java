package org.jadhere.support;

import static java.util.Objects.requireNonNull;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.COVERED_AREA;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Money;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows that a test needs and returns their ids. Columns that the test does not set have defaults; a test sets
 * others as in {@code given.payment(service, with(PAYMENT.AMOUNT, Money.parse("12")))}.
 */
public final class Given {

    /** The default first day of every row. */
    public static final LocalDate START = LocalDate.of(2025, 1, 1);

    private final DSLContext db;

    public Given(DSLContext db) {
        this.db = db;
    }

    /** The value of a column. */
    public record With<T>(Field<T> field, @Nullable T value) {}

    public static <T extends @Nullable Object> With<T> with(Field<T> field, @Nullable T value) {
        return new With<>(field, value);
    }

    /** {@code user("alice")} is Alice Martin, alice@example.org, without rights and password. */
    public long user(String username, With<?>... but) {
        long user = insert(
                APP_USER,
                but,
                with(APP_USER.USERNAME, username),
                with(APP_USER.FIRST_NAME, capitalised(username)),
                with(APP_USER.LAST_NAME, "Martin"));
        email(user, 0, username + "@example.org");
        return user;
    }

    /** Position 0 is the primary address; {@link #user} has inserted it already. */
    public long email(long user, int position, String email) {
        return insert(
                USER_EMAIL,
                with(USER_EMAIL.USER_ID, user),
                with(USER_EMAIL.POSITION, (short) position),
                with(USER_EMAIL.EMAIL, email));
    }

    public long organisation(String name, With<?>... but) {
        return insert(ORGANISATION, but, with(ORGANISATION.NAME, name));
    }

    /** The user may act for the organisation. */
    public long acts(long user, long organisation) {
        return insert(
                ORGANISATION_USER,
                with(ORGANISATION_USER.USER_ID, user),
                with(ORGANISATION_USER.ORGANISATION_ID, organisation));
    }

    /** Inserts a user who is a member, and returns the id of the member, not of the user. */
    public long member(String username, With<?>... but) {
        return membership(user(username), but);
    }

    /** Makes an existing user a member. */
    public long membership(long user, With<?>... but) {
        return insert(MEMBER, but, with(MEMBER.USER_ID, user), with(MEMBER.JOINED_ON, START));
    }

    public long membershipOfOrganisation(long organisation, With<?>... but) {
        return insert(MEMBER, but, with(MEMBER.ORGANISATION_ID, organisation), with(MEMBER.JOINED_ON, START));
    }

    public long crew(String name, String... permissions) {
        long crew = insert(CREW, with(CREW.NAME, name));
        for (String permission : permissions) {
            insert(CREW_PERMISSION, with(CREW_PERMISSION.CREW_ID, crew), with(CREW_PERMISSION.PERMISSION, permission));
        }
        return crew;
    }

    /** Adds the user to the crew; staff status stays as it is. */
    public long joins(long user, long crew) {
        return insert(CREW_MEMBER, with(CREW_MEMBER.USER_ID, user), with(CREW_MEMBER.CREW_ID, crew));
    }

    public long serviceType(String name, With<?>... but) {
        return insert(SERVICE_TYPE, but, with(SERVICE_TYPE.NAME, name));
    }

    /** Active since {@link #START}, without a member: set {@code SERVICE.MEMBER_ID} for one. */
    public long service(long type, With<?>... but) {
        return insert(SERVICE, but, with(SERVICE.TYPE_ID, type), with(SERVICE.STARTS_ON, START));
    }

    /** 28 euros a month by standing order, not validated. */
    public long payment(long service, With<?>... but) {
        return insert(
                PAYMENT,
                but,
                with(PAYMENT.SERVICE_ID, service),
                with(PAYMENT.AMOUNT, Money.parse("28")),
                with(PAYMENT.METHOD, "standing_order"),
                with(PAYMENT.MONTHS, (short) 1),
                with(PAYMENT.STARTS_ON, START));
    }

    /** 20 euros for a year, by transfer, not validated. */
    public long fee(long member, With<?>... but) {
        return insert(
                MEMBERSHIP_FEE,
                but,
                with(MEMBERSHIP_FEE.MEMBER_ID, member),
                with(MEMBERSHIP_FEE.AMOUNT, Money.parse("20")),
                with(MEMBERSHIP_FEE.METHOD, "transfer"),
                with(MEMBERSHIP_FEE.STARTS_ON, START),
                with(MEMBERSHIP_FEE.ENDS_ON, START.plusYears(1)));
    }

    /** Held since {@link #START}, without an end. */
    public long allocation(long service, String address, With<?>... but) {
        return insert(
                IP_ALLOCATION,
                but,
                with(IP_ALLOCATION.SERVICE_ID, service),
                with(IP_ALLOCATION.ADDRESS, IpPrefix.parse(address)),
                with(IP_ALLOCATION.HELD_FROM, Instant.parse(START + "T00:00:00Z")));
    }

    public long prefix(String prefix, With<?>... but) {
        return insert(PREFIX, but, with(PREFIX.PREFIX_, IpPrefix.parse(prefix)));
    }

    /** Belongs to the current holder of the address. A prefix that contains it must exist. */
    public long reverseName(String address, String name, With<?>... but) {
        return insert(
                REVERSE_NAME, but, with(REVERSE_NAME.ADDRESS, IpPrefix.parse(address)), with(REVERSE_NAME.NAME, name));
    }

    public long delegation(String prefix, String server, With<?>... but) {
        return insert(
                DELEGATION,
                but,
                with(DELEGATION.PREFIX, IpPrefix.parse(prefix)),
                with(DELEGATION.SERVERS, new String[] {server}));
    }

    public long coveredArea(String name, With<?>... but) {
        return insert(COVERED_AREA, but, with(COVERED_AREA.NAME, name), with(COVERED_AREA.TECHNOLOGIES, new String[0]));
    }

    /** In France. The prefix must exist. */
    public long location(String prefix, With<?>... but) {
        return insert(LOCATION, but, with(LOCATION.PREFIX, IpPrefix.parse(prefix)), with(LOCATION.COUNTRY, "FR"));
    }

    /** Confirmed by its sender, not yet answered by a crew. */
    public long joinRequest(String email, With<?>... but) {
        return insert(
                JOIN_REQUEST,
                but,
                with(JOIN_REQUEST.LAST_NAME, "Martin"),
                with(JOIN_REQUEST.EMAIL, email),
                with(JOIN_REQUEST.ANSWERED_BY_MAIL, true),
                with(JOIN_REQUEST.CONFIRMED_AT, Instant.parse(START + "T00:00:00Z")));
    }

    public long consent(String french, String english, With<?>... but) {
        return insert(CONSENT, but, with(CONSENT.TEXT_FR, french), with(CONSENT.TEXT_EN, english));
    }

    /** A mail whose delivery has failed for good. */
    public long lostMail(String recipient, With<?>... but) {
        return insert(
                MAIL,
                but,
                with(MAIL.KIND, "password"),
                with(MAIL.RECIPIENT, recipient),
                with(MAIL.SUBJECT, "Sujet"),
                with(MAIL.BODY_TEXT, "texte"),
                with(MAIL.BODY_HTML, "<p>texte</p>"),
                with(MAIL.GIVEN_UP_AT, Instant.parse(START + "T00:00:00Z")));
    }

    private static String capitalised(String username) {
        return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
    }

    private long insert(Table<Record> table, With<?>... values) {
        return insert(table, new With<?>[0], values);
    }

    private long insert(Table<Record> table, With<?>[] but, With<?>... defaults) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        Stream.of(defaults, but).flatMap(Stream::of).forEach(value -> row.put(value.field(), value.value()));
        boolean validated = row.containsValue(true) && table.field("validated") != null;
        return validated ? db.transactionResult(it -> insertAsBank(it.dsl(), table, row)) : insert(db, table, row);
    }

    /** The database accepts a validated row only from the bank crew or from a command. */
    private static long insertAsBank(DSLContext db, Table<Record> table, Map<Field<?>, @Nullable Object> row) {
        db.select(setLocally("jadhere.bank_act", "on"), setLocally("jadhere.door", "command"))
                .fetch();
        long id = insert(db, table, row);
        db.select(setLocally("jadhere.bank_act", null), setLocally("jadhere.door", null))
                .fetch();
        return id;
    }

    private static long insert(DSLContext db, Table<Record> table, Map<Field<?>, @Nullable Object> row) {
        var id = requireNonNull(table.field("id", Long.class));
        return requireNonNull(db.insertInto(table).set(row).returning(id).fetchSingle(id));
    }
}
