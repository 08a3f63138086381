package org.jadhere.pages.departure;

import org.jadhere.platform.web.FormSnapshot;

/**
 * What is to be done with one line of a departure.
 *
 * @param reason why it stays; may be empty if it does not
 * @param addressesToo whether the addresses of a service end with it
 * @param endingPayments that the form showed
 * @param seen what the form showed of the line
 */
record DepartureOrder(
        DepartureLine line,
        DepartureChoice choice,
        String reason,
        boolean addressesToo,
        String endingPayments,
        FormSnapshot seen) {

    /** Whether something without a known end stays with the person. */
    boolean keeps() {
        return choice == DepartureChoice.LEAVE && line.item().kind() != DepartureItem.Kind.ACCOUNT;
    }

    boolean closesAccount() {
        return choice == DepartureChoice.END && line.item().kind() == DepartureItem.Kind.ACCOUNT;
    }
}
