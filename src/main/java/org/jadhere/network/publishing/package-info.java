/** Public documents: isp.json, the geofeed, and the switches that publish them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.db",
            "platform.web",
            "people.access",
            "people.association",
            "people.members",
            "network.addresses",
            "network.services"
        })
package org.jadhere.network.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
