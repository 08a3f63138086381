/**
 * Administration pages that show several features: dashboard, search, menu, and the rights of crews.
 */
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
            "network.services",
            "money.common",
            "money.fees",
            "money.payments",
            "office.joining"
        })
package org.jadhere.pages.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
