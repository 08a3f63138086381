/** The style guide: every part of a page in each of its states. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.site",
            "platform.web",
            "people.access",
            "people.members",
            "money.common",
            "money.fees",
            "office.history",
            "pages.admin"
        })
package org.jadhere.pages.styleguide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
