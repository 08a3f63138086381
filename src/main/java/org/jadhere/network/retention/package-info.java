/** Erasure of allocation records at the end of their legal retention period. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.jobs",
            "platform.web",
            "people.access",
            "network.sightings"
        })
package org.jadhere.network.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
