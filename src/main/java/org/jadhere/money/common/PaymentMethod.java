package org.jadhere.money.common;

import java.util.Locale;

/** How money comes, for fees and for services alike. */
public enum PaymentMethod {
    TRANSFER,
    STANDING_ORDER,
    DIRECT_DEBIT,
    CHEQUE,
    CASH,
    FREE,
    UNPAID;

    public boolean bringsMoney() {
        return this != FREE && this != UNPAID;
    }

    /** As the database and the CSV files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses an unknown word with {@link IllegalArgumentException}. */
    public static PaymentMethod of(String word) {
        for (PaymentMethod method : values()) {
            if (method.word().equals(word)) {
                return method;
            }
        }
        throw new IllegalArgumentException("not a payment method: " + word);
    }
}
