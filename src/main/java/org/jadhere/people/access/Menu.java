package org.jadhere.people.access;

import java.util.List;
import org.jadhere.platform.web.LayoutContext;

/** The menu's entries for a user; implemented by the package that knows all pages. */
@FunctionalInterface
public interface Menu {

    List<LayoutContext.MenuEntry> of(Actor actor);
}
