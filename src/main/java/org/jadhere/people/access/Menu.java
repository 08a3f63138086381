package org.jadhere.people.access;

import java.util.List;
import org.jadhere.platform.web.LayoutContext;

/** What the menu offers to somebody; the part of the application that knows all pages provides it. */
@FunctionalInterface
public interface Menu {

    List<LayoutContext.MenuEntry> of(Actor actor);
}
