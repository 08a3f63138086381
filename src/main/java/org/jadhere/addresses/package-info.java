/** Prefixes and allocations: who held which address, from when to when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "members", "services", "cli"})
package org.jadhere.addresses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
