/** The history pages: which user changed what and when, as the database recorded it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.members",
            "network.services"
        })
package org.jadhere.office.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
