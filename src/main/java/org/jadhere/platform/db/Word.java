package org.jadhere.platform.db;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An enum whose constants have one spelling outside Java: in addresses, form fields, message keys, CSV files and text
 * columns. {@link #of} is the way back.
 */
public interface Word {

    /** The name of the enum constant; every enum has it. */
    String name();

    /** The constant in small letters: {@code standing_order}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with that word; empty for any other text. */
    static <E extends Enum<E> & Word> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }

    /** A word with hyphens, as addresses and message keys have it: {@code joined-desc}. */
    interface Hyphenated extends Word {

        @Override
        default String word() {
            return Word.super.word().replace('_', '-');
        }
    }
}
