/** One page for each person or organisation: contact, membership, fees, and services with their payments. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.mail",
            "people.members",
            "people.users",
            "network.services",
            "money.fees",
            "money.payments"
        })
package org.jadhere.pages.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
