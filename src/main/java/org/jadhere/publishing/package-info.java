/** What the association declares and publishes: reverse names as zones, a geofeed, isp.json; each with its switch. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"db", "web", "attribution", "access", "association", "members", "services", "cli"})
package org.jadhere.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
