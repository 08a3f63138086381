/** The history pages: which user changed what and when, as the database recorded it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.members",
            "network.addresses",
            "network.dns",
            "network.publishing",
            "network.services",
            "money.fees",
            "money.payments",
            "office.joining"
        })
package org.jadhere.office.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
