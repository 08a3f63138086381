/** Receipts for validated fees and payments, as tagged PDF. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.association",
            "people.members",
            "network.services",
            "money.common",
            "money.fees",
            "money.payments"
        })
package org.jadhere.money.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
