package org.jadhere.pages.departure;

import org.jadhere.people.members.DepartureReasons;
import org.jadhere.people.members.Member;
import org.jadhere.people.users.User;
import org.jspecify.annotations.Nullable;

/**
 * Who leaves: a member, a user who is no member, or both in one.
 *
 * @param user null for an organisation
 */
public record Leaver(@Nullable Member member, @Nullable User user) {

    public String name() {
        return member != null ? member.name() : user == null ? "" : user.name();
    }

    /** The page of the member or user. */
    public String home() {
        return member != null ? "/admin/members/" + member.id() : "/admin/users/" + (user == null ? 0 : user.id());
    }

    public String page() {
        return home() + "/departure";
    }

    DepartureReasons.Holder holder() {
        return new DepartureReasons.Holder(member == null ? null : member.id(), user == null ? null : user.id());
    }
}
