package org.jadhere.network.services;

import java.time.LocalDate;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a type.
 *
 * @param member null while the service is prepared for a future member
 */
public record Service(
        long id, ServiceType.Ref type, Member.@Nullable Ref member, String label, Period period, String notes) {

    public boolean activeOn(LocalDate day) {
        return period.covers(day);
    }

    public Ref ref() {
        return new Ref(id, label, type);
    }

    /** The part of a service that other records and pages refer to. */
    public record Ref(long id, String label, ServiceType.Ref type) {}
}
