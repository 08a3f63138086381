package org.jadhere.platform.web;

import java.util.Locale;
import org.jooq.Field;

/** An order that a list offers; an enum of them carries the columns, so that no address can name one. */
public interface Sort {

    By by();

    String name();

    /** As it stands in an address: {@code joined-desc}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A column, never null in the table, since a keyset cannot page over nothing; ties go by id. */
    record By(Field<?> column, boolean descending) {

        public static By asc(Field<?> column) {
            return new By(column, false);
        }

        public static By desc(Field<?> column) {
            return new By(column, true);
        }
    }
}
