/** What is given for services: promised, received, validated; and the figures of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "members", "services", "cli"})
package org.jadhere.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
