package org.jadhere.people.members;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** What members cannot know by themselves: services hang on them, and bring the answer and who may hear it. */
@FunctionalInterface
public interface MemberServices {

    /** That the row of MEMBER has a service running today which the actor may see. */
    Condition running(Actor actor);
}
