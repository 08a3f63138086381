/** The user's own pages: fees, services and payments, and all personal data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.web",
            "people.access",
            "people.account",
            "people.association",
            "people.factors",
            "people.login",
            "people.mail",
            "people.members",
            "people.users",
            "network.addresses",
            "network.dns",
            "network.services",
            "money.common",
            "money.fees",
            "money.payments",
            "office.history",
            "office.joining",
            "office.reminders"
        })
package org.jadhere.pages.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
