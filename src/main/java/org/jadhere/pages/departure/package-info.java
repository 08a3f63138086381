/** The departure of a person on one page: everything that they still hold, and whose turn each is. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.account",
            "people.mail",
            "people.members",
            "people.users",
            "network.addresses",
            "network.dns",
            "network.services",
            "money.payments"
        })
package org.jadhere.pages.departure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
