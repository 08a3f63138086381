/** Requests to join: the public form, its confirmation, and the decision of a crew. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.jobs",
            "platform.site",
            "platform.web",
            "people.access",
            "people.account",
            "people.mail",
            "people.members",
            "people.users",
            "network.services",
            "money.fees"
        })
package org.jadhere.office.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
