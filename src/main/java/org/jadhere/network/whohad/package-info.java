/** Who had an address at an instant: the question, the answer, and the log of questions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.web",
            "people.access",
            "people.members",
            "people.users",
            "network.addresses",
            "network.retention",
            "network.services"
        })
package org.jadhere.network.whohad;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
