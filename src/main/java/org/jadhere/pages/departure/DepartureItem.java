package org.jadhere.pages.departure;

import java.util.Locale;

/** Something that a leaving person still holds, by its kind and, if there may be several, its id. */
public record DepartureItem(Kind kind, long id) {

    /** A holding that has not begun is no service to end; addresses are those of services that have ended. */
    public enum Kind {
        SERVICE,
        HOLDING,
        ADDRESSES,
        MEMBERSHIP,
        ORGANISATION,
        CREW,
        ACCOUNT;

        boolean endsOnADay() {
            return this == SERVICE || this == MEMBERSHIP;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DepartureItem of(Kind kind) {
        return new DepartureItem(kind, 0);
    }

    /** As stored with a reason. */
    String key() {
        return id == 0 ? kind.word() : kind.word() + ":" + id;
    }

    /** The name of the form field with the choice, and the prefix of the other fields of the line. */
    public String field() {
        return key().replace(':', '-');
    }
}
