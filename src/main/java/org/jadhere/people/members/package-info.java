/** Members: people and organisations that have joined, with their numbers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.postgres",
            "platform.web",
            "people.access",
            "people.mail",
            "people.users"
        })
package org.jadhere.people.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
