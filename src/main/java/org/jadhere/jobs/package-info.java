/** Work that is done in the background, while the server runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "attribution"})
package org.jadhere.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
