package org.jadhere.support;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.util.Locale;
import java.util.stream.Stream;
import org.jadhere.support.Given.With;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Inserts users, organisations, members and crews: the part of {@link Given} about people. */
abstract class GivenPeople {

    final DSLContext db;

    GivenPeople(DSLContext db) {
        this.db = db;
    }

    /** {@code user("alice")} is Alice Martin, alice@example.org, without rights and password. */
    public long user(String username, With<?>... but) {
        long user = insert(
                APP_USER,
                but,
                Given.with(APP_USER.USERNAME, username),
                Given.with(APP_USER.FIRST_NAME, capitalised(username)),
                Given.with(APP_USER.LAST_NAME, "Martin"));
        email(user, 0, username + "@example.org");
        return user;
    }

    /** Position 0 is the primary address; {@link #user} has inserted it already. */
    public long email(long user, int position, String email) {
        return insert(
                USER_EMAIL,
                Given.with(USER_EMAIL.USER_ID, user),
                Given.with(USER_EMAIL.POSITION, (short) position),
                Given.with(USER_EMAIL.EMAIL, email));
    }

    public long organisation(String name, With<?>... but) {
        return insert(ORGANISATION, but, Given.with(ORGANISATION.NAME, name));
    }

    /** The user may act for the organisation. */
    public long acts(long user, long organisation) {
        return insert(
                ORGANISATION_USER,
                Given.with(ORGANISATION_USER.USER_ID, user),
                Given.with(ORGANISATION_USER.ORGANISATION_ID, organisation));
    }

    /** Inserts a user who is a member, and returns the id of the member, not of the user. */
    public long member(String username, With<?>... but) {
        return membership(user(username), but);
    }

    /** Makes an existing user a member. */
    public long membership(long user, With<?>... but) {
        return member(Given.with(MEMBER.USER_ID, user), but);
    }

    public long membershipOfOrganisation(long organisation, With<?>... but) {
        return member(Given.with(MEMBER.ORGANISATION_ID, organisation), but);
    }

    /** A member since {@link Given#START}, unless columns of MEMBERSHIP say otherwise. */
    private long member(With<Long> holder, With<?>... but) {
        return db.transactionResult(transaction -> {
            var given = new Given(transaction.dsl());
            long member = given.insert(MEMBER, of(MEMBER, but), holder);
            given.period(member, of(MEMBERSHIP, but));
            return member;
        });
    }

    /** A period of membership, by default since {@link Given#START}. */
    public long period(long member, With<?>... but) {
        return insert(
                MEMBERSHIP,
                but,
                Given.with(MEMBERSHIP.MEMBER_ID, member),
                Given.with(MEMBERSHIP.JOINED_ON, Given.START));
    }

    public long crew(String name, String... permissions) {
        long crew = insert(CREW, Given.with(CREW.NAME, name));
        for (String permission : permissions) {
            insert(
                    CREW_PERMISSION,
                    Given.with(CREW_PERMISSION.CREW_ID, crew),
                    Given.with(CREW_PERMISSION.PERMISSION, permission));
        }
        return crew;
    }

    /** Adds the user to the crew; staff status stays as it is. */
    public long joins(long user, long crew) {
        return insert(CREW_MEMBER, Given.with(CREW_MEMBER.USER_ID, user), Given.with(CREW_MEMBER.CREW_ID, crew));
    }

    private static String capitalised(String username) {
        return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
    }

    static With<?>[] of(Table<?> table, With<?>... but) {
        return Stream.of(but)
                .filter(with -> with.field() instanceof TableField<?, ?> column && table.equals(column.getTable()))
                .toArray(With<?>[]::new);
    }

    final long insert(Table<Record> table, With<?>... values) {
        return Rows.insert(db, table, new With<?>[0], values);
    }

    final long insert(Table<Record> table, With<?>[] but, With<?>... defaults) {
        return Rows.insert(db, table, but, defaults);
    }
}
