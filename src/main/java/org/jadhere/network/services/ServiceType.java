package org.jadhere.network.services;

import org.jadhere.platform.db.Money;
import org.jspecify.annotations.Nullable;

/**
 * A kind of service: "Abo Toulouse", "VM".
 *
 * @param crew the name of the crew that manages it; without one it is the administrators'
 * @param usualAmount what is usually given, a suggestion and never a demand
 * @param usualMonths how often, as the rhythm of a payment
 * @param offered whether people may ask for it when they join
 * @param internetAccess whether who has one counts as a subscriber where the association publishes how many it has
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

    /** As much of a type as other things show. */
    public record Ref(long id, String name) {}
}
