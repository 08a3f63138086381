/** The first pages after login, and those that show several features at once: reads everything, owns nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"db", "web", "access", "association", "members", "services", "addresses", "payments"})
package org.jadhere.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
