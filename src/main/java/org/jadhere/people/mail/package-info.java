/** Outgoing mail: one queue, the texts of all notifications, the transport. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.cli",
            "platform.db",
            "platform.jobs",
            "platform.site",
            "platform.web",
            "people.access",
            "people.association",
            "people.users"
        })
package org.jadhere.people.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
