/** Membership fees, and the membership status that follows from them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.members",
            "money.common"
        })
package org.jadhere.money.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
