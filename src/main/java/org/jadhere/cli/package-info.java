/** Starts a command instead of the server; the commands themselves live in their features. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "attribution"})
package org.jadhere.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
