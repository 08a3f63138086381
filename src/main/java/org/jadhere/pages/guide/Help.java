package org.jadhere.pages.guide;

import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The help link of a page. For templates. */
public final class Help {

    private static final String CONTENTS = "/guide";

    private Help() {}

    /** The address of the chapter that explains the current page to the user, or of the table of contents. */
    public static String here() {
        var request = ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
        return Guides.current()
                .explaining(LayoutContext.path(), Readership.preferredBy(Actor.of(request)))
                .map(Chapter::path)
                .orElse(CONTENTS);
    }
}
