package org.jadhere.network.services;

import java.time.LocalDate;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a type.
 *
 * @param member none yet, where it was prepared in advance
 */
public record Service(
        long id, ServiceType.Ref type, Member.@Nullable Ref member, String label, Period period, String notes) {

    public boolean activeOn(LocalDate day) {
        return period.covers(day);
    }

    public Ref ref() {
        return new Ref(id, label, type);
    }

    /** As much of a service as other things show. */
    public record Ref(long id, String label, ServiceType.Ref type) {}
}
