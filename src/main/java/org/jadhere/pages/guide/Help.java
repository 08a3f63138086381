package org.jadhere.pages.guide;

import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a page is explained. For templates. */
public final class Help {

    private static final String CONTENTS = "/guide";

    private Help() {}

    /** The chapter that explains this page to its reader; where none does, what there is to read. */
    public static String here() {
        var request = ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
        return Guides.read()
                .explaining(LayoutContext.path(), Readership.preferredBy(Actor.of(request)))
                .map(Chapter::path)
                .orElse(CONTENTS);
    }
}
