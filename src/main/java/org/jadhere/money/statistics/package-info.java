/** The financial statistics of services, as of a date and month by month. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.cli",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.members",
            "network.services",
            "money.common",
            "money.payments"
        })
package org.jadhere.money.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
