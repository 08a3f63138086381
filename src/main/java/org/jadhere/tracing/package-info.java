/** Who had an address at an instant: asked, answered with at most one name, and recorded. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "access", "services", "addresses", "retention", "cli"})
package org.jadhere.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
