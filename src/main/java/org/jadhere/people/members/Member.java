package org.jadhere.people.members;

import java.time.LocalDate;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation that has joined.
 *
 * @param number given once, never reused
 * @param name the holder's
 * @param membership from the day of joining until the first day no more a member
 */
public record Member(long id, int number, MemberHolder holder, String name, Period membership) {

    public boolean activeOn(LocalDate day) {
        return membership.covers(day);
    }

    public boolean isOrganisation() {
        return holder.kind() == MemberHolder.Kind.ORGANISATION;
    }

    /** As much of a member as other things show. */
    public record Ref(long id, int number, String name) {

        /** As a field has it: {@code 12 Camille Dupont}. */
        public String label() {
            return number + " " + name;
        }

        /** For cells of a sheet, which are empty where there is no member. */
        public static @Nullable Integer number(@Nullable Ref member) {
            return member == null ? null : member.number;
        }

        public static @Nullable String name(@Nullable Ref member) {
            return member == null ? null : member.name;
        }
    }
}
