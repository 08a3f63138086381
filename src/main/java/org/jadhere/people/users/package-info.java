/** User accounts, their contact details, crews and their permissions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.login"
        })
package org.jadhere.people.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
