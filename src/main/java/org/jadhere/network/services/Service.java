package org.jadhere.network.services;

import java.time.LocalDate;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a type.
 *
 * @param holding the present holding, else the next one, else the one that ended with the service; null without any
 * @param period in service, with or without a member; it has no start while the service is prepared
 */
public record Service(
        long id, ServiceType.Ref type, @Nullable Holding holding, String label, Period period, String notes) {

    /** The member of the holding. */
    public Member.@Nullable Ref member() {
        return holding == null ? null : holding.member();
    }

    /** Whether it was prepared for a future member and has not begun. */
    public boolean isPrepared() {
        return period.start() == null;
    }

    public boolean activeOn(LocalDate day) {
        return period.covers(day);
    }

    public Ref ref() {
        return new Ref(id, label, type);
    }

    /** The part of a service that other records and pages refer to. */
    public record Ref(long id, String label, ServiceType.Ref type) {}
}
