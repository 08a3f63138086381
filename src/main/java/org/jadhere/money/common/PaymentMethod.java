package org.jadhere.money.common;

import org.jadhere.platform.db.Word;

/** How a fee or a payment is paid. Its word is the value in the database and in CSV files. */
public enum PaymentMethod implements Word {
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

    /** Rejects an unknown word with {@link IllegalArgumentException}. */
    public static PaymentMethod of(String word) {
        return Word.of(PaymentMethod.class, word)
                .orElseThrow(() -> new IllegalArgumentException("not a payment method: " + word));
    }
}
