package org.jadhere.support;

import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.COVERED_AREA;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import java.time.Instant;
import java.time.LocalDate;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Money;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows that a test needs and returns their ids. Columns that the test does not set have defaults; a test sets
 * others as in {@code given.payment(service, with(PAYMENT.AMOUNT, Money.parse("12")))}.
 */
public final class Given extends GivenPeople {

    /** The default first day of every row. */
    public static final LocalDate START = LocalDate.of(2025, 1, 1);

    public Given(DSLContext db) {
        super(db);
    }

    /** The value of a column. */
    public record With<T>(Field<T> field, @Nullable T value) {}

    public static <T extends @Nullable Object> With<T> with(Field<T> field, @Nullable T value) {
        return new With<>(field, value);
    }

    public long serviceType(String name, With<?>... but) {
        return insert(SERVICE_TYPE, but, with(SERVICE_TYPE.NAME, name));
    }

    /**
     * Active since {@link #START}, without a member: set {@code HOLDING.MEMBER_ID} for one who holds it on all of its days,
     * or other columns of HOLDING for other days.
     */
    public long service(long type, With<?>... but) {
        long service = insert(SERVICE, of(SERVICE, but), with(SERVICE.TYPE_ID, type), with(SERVICE.STARTS_ON, START));
        if (of(HOLDING, but).length > 0) {
            holding(service, of(HOLDING, but));
        }
        return service;
    }

    /** By default on all days of the service. */
    public long holding(long service, With<?>... but) {
        var days = db.select(SERVICE.STARTS_ON, SERVICE.ENDS_ON)
                .from(SERVICE)
                .where(SERVICE.ID.eq(service))
                .fetchSingle();
        return insert(
                HOLDING,
                but,
                with(HOLDING.SERVICE_ID, service),
                with(HOLDING.STARTS_ON, days.value1()),
                with(HOLDING.ENDS_ON, days.value2()));
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
}
