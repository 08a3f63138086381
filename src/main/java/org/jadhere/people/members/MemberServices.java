package org.jadhere.people.members;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** A condition on members' services; implemented by the services package, which depends on this one. */
@FunctionalInterface
public interface MemberServices {

    /** Matches rows of MEMBER with a service that is running today and that the actor may see. */
    Condition running(Actor actor);
}
