package org.jadhere.people.access;

import org.jadhere.platform.db.Word;

/** The permissions that a crew may carry. The four on payments together make a bank crew. */
public enum Permission implements Word {
    PAYMENT_ADD,
    PAYMENT_CHANGE,
    PAYMENT_DELETE,
    PAYMENT_VALIDATE,
    /** To search who had an address at an instant: a permission of its own, since it links addresses to people. */
    ADDRESS_TRACE;

    /** {@code payment.add}: the spelling in the database, in forms and in the CSV files. */
    @Override
    public String word() {
        return Word.super.word().replace('_', '.');
    }

    boolean isBankPermission() {
        return this != ADDRESS_TRACE;
    }
}
