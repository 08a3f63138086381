/** The user's own pages: fees, services and payments, and all personal data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.association",
            "people.members",
            "people.users",
            "network.addresses",
            "network.services",
            "money.common",
            "money.fees",
            "money.payments",
            "office.history"
        })
package org.jadhere.pages.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
