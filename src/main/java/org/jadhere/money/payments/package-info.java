/** Payments for services: adding, changing, ending, changing the price. */
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
            "network.services",
            "money.common"
        })
package org.jadhere.money.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
