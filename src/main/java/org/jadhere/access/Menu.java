package org.jadhere.access;

import java.util.List;
import org.jadhere.web.Shell;

/** What the menu offers to somebody; the part of the application that knows all pages provides it. */
@FunctionalInterface
public interface Menu {

    List<Shell.Entry> of(Actor actor);
}
