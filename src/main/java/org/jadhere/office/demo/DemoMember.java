package org.jadhere.office.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member whose fees and services are being written.
 *
 * @param label the name in the labels of services
 */
record DemoMember(
        int id,
        String label,
        boolean isOrganisation,
        LocalDate joined,
        @Nullable LocalDate left,
        LocalDate today) {

    /** Returns the last day on which a fee or a service can begin. */
    LocalDate lastDay() {
        return left == null ? today : left.minusDays(1);
    }
}
