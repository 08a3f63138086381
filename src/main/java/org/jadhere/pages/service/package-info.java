/** The page of a service, and the pages of the acts on its holder. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.members",
            "network.addresses",
            "network.dns",
            "network.services",
            "money.payments"
        })
package org.jadhere.pages.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
