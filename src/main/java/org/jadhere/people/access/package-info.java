/** The current user, permissions, and who may call a route. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.audit", "platform.db", "platform.web"})
package org.jadhere.people.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
