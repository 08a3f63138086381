package org.jadhere.people.members;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** Conditions on members' services; implemented by the services package, which depends on this one. */
public interface MemberServices {

    /** Matches rows of MEMBER with a service that is running today and that the actor may see. */
    Condition running(Actor actor);

    /** Matches rows of MEMBER that have or had a service of a type that the actor's crews do not manage. */
    Condition ofOtherCrews(Actor actor);
}
