/** Reverse DNS: names of addresses, delegations, and zone files. */
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
            "network.publishing",
            "network.services"
        })
package org.jadhere.network.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
