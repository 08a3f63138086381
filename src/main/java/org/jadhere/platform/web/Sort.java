package org.jadhere.platform.web;

import org.jadhere.platform.db.Word;
import org.jooq.Field;

/** A sort order of a list. Enums implement it and name the columns, so that a request cannot choose a column itself. */
public interface Sort extends Word.Hyphenated {

    By by();

    /** A column without nulls, which a keyset cannot compare. Equal values are sorted by id. */
    record By(Field<?> column, boolean descending) {

        public static By asc(Field<?> column) {
            return new By(column, false);
        }

        public static By desc(Field<?> column) {
            return new By(column, true);
        }
    }
}
