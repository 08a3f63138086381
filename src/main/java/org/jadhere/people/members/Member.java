package org.jadhere.people.members;

import java.time.LocalDate;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation that has joined.
 *
 * @param number never changed, never reused
 * @param name the holder's
 * @param membership the latest period, from the day of joining to the day after the last one
 */
public record Member(long id, int number, MemberHolder holder, String name, Period membership) {

    /** This member in an earlier period. */
    public Member during(Period period) {
        return new Member(id, number, holder, name, period);
    }

    public boolean activeOn(LocalDate day) {
        return membership.covers(day);
    }

    public boolean isOrganisation() {
        return holder.kind() == MemberHolder.Kind.ORGANISATION;
    }

    /** The part of a member that lists of other objects show. */
    public record Ref(long id, int number, String name) {

        /** As in form fields: {@code 12 Camille Dupont}. */
        public String label() {
            return number + " " + name;
        }

        /** For cells of a sheet, which are empty without a member. */
        public static @Nullable Integer number(@Nullable Ref member) {
            return member == null ? null : member.number;
        }

        public static @Nullable String name(@Nullable Ref member) {
            return member == null ? null : member.name;
        }
    }
}
