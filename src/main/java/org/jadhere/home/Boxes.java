package org.jadhere.home;

import java.util.List;
import org.jadhere.access.Actor;

/** Boxes of the dashboard about one part of the work. */
interface Boxes {

    /** For whom that work is; none for others. Empty boxes are left out by the dashboard. */
    List<Box> of(Actor actor);
}
