package org.jadhere.pages.admin;

import java.util.List;
import org.jadhere.people.access.Actor;

/** The boxes of the dashboard for one area of work. */
interface DashboardBoxes {

    /** The boxes that the actor may see. The dashboard leaves out empty boxes. */
    List<DashboardBox> of(Actor actor);
}
