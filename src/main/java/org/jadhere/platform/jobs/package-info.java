/** Jobs that the server runs in the background, on a schedule. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.audit"})
package org.jadhere.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
