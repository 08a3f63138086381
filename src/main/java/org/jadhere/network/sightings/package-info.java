/** Addresses that routers report, compared with the allocations. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "network.addresses",
            "network.services"
        })
package org.jadhere.network.sightings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
