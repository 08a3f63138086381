package org.jadhere.pages.admin;

import java.util.List;
import org.jadhere.people.access.Actor;

/** Boxes of the dashboard about one part of the work. */
interface DashboardBoxes {

    /** For whom that work is; none for others. Empty boxes are left out by the dashboard. */
    List<DashboardBox> of(Actor actor);
}
