package org.jadhere.people.access;

import static org.jadhere.platform.db.Tables.APP_USER;

import org.jooq.Record;

/** The name of a person in the interface. */
public final class PersonName {

    private PersonName() {}

    /** First name and last name; the username where both are empty. */
    public static String of(String firstName, String lastName, String username) {
        String name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? username : name;
    }

    /** The same, from a row with the columns first_name, last_name and username of app_user. */
    public static String in(Record row) {
        return of(row.get(APP_USER.FIRST_NAME), row.get(APP_USER.LAST_NAME), row.get(APP_USER.USERNAME));
    }
}
