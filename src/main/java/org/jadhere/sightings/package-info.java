/** What routers saw, kept for a short time and compared with what was allocated. Nothing here ever writes to the network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "services", "cli"})
package org.jadhere.sightings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
