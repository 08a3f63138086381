/** Prefixes, pools and allocations: which service held which address, from when to when. */
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
package org.jadhere.network.addresses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
