package org.jadhere.network.services;

import org.jadhere.platform.db.Money;
import org.jspecify.annotations.Nullable;

/**
 * A kind of service: "Abo Toulouse", "VM".
 *
 * @param crew the name of the crew that manages it; null if only administrators manage it
 * @param usualAmount the suggested amount of a payment in euros, never a minimum
 * @param usualMonths the suggested rhythm of a payment, as in {@link Rhythm}
 * @param offered whether applicants may ask for it when they join
 * @param internetAccess whether its members count as subscribers in isp.json
 */
public record ServiceType(
        long id,
        String name,
        @Nullable Long crewId,
        @Nullable String crew,
        @Nullable Money usualAmount,
        @Nullable Short usualMonths,
        boolean offered,
        boolean internetAccess) {

    /** The part of a type that other records and pages refer to. */
    public record Ref(long id, String name) {}
}
