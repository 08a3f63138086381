/** Service types and services, and which crew manages them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.members",
            "people.users"
        })
package org.jadhere.network.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
