package org.jadhere.pages.departure;

import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Members;
import org.jadhere.people.users.Users;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.stereotype.Component;

/** Finds who leaves, by member or by user. */
@Component
class Leavers {

    private final Members members;
    private final Users users;

    Leavers(Members members, Users users) {
        this.members = members;
        this.users = users;
    }

    Leaver ofMember(Actor actor, long id) {
        var member = members.find(actor, id).orElseThrow(NotFoundException::new);
        return new Leaver(
                member,
                member.isOrganisation()
                        ? null
                        : users.find(actor, member.holder().id()).orElse(null));
    }

    /** A user who is no member; {@link #memberOf} finds the others. */
    Leaver ofUser(Actor actor, long id) {
        return new Leaver(null, users.find(actor, id).orElseThrow(NotFoundException::new));
    }

    /** The same leaver as they are now. */
    Leaver again(Actor actor, Leaver leaver) {
        return leaver.member() != null
                ? ofMember(actor, leaver.member().id())
                : ofUser(actor, Objects.requireNonNull(leaver.user()).id());
    }

    Optional<Member> memberOf(Actor actor, long user) {
        return members.of(actor, new MemberHolder(MemberHolder.Kind.PERSON, user));
    }
}
