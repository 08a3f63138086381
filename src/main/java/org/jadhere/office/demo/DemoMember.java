package org.jadhere.office.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has joined, while their fees and services are thought up.
 *
 * @param called what their services are labelled with
 */
record DemoMember(
        int id,
        String called,
        boolean isOrganisation,
        LocalDate joined,
        @Nullable LocalDate left,
        LocalDate today) {

    /** The last day on which something of theirs can begin or be paid. */
    LocalDate lastDay() {
        return left == null ? today : left.minusDays(1);
    }
}
