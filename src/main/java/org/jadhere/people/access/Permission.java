package org.jadhere.people.access;

import java.util.Optional;
import java.util.stream.Stream;

/** What a crew may be given. Together, the four on payments make a bank crew. */
public enum Permission {
    PAYMENT_ADD("payment.add"),
    PAYMENT_CHANGE("payment.change"),
    PAYMENT_DELETE("payment.delete"),
    PAYMENT_VALIDATE("payment.validate"),
    /** To be told who had an address at an instant: a right of its own, since it joins addresses to people. */
    ADDRESS_TRACE("address.trace");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** As the database and the CSV files write it. */
    public String word() {
        return word;
    }

    /** One of those that make a bank crew. */
    boolean isOfTheBank() {
        return this != ADDRESS_TRACE;
    }

    public static Optional<Permission> of(String word) {
        return Stream.of(values())
                .filter(permission -> permission.word.equals(word))
                .findFirst();
    }
}
