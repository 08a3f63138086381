/** All data in one file, proved to be whole, and back: backup and restore. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "attribution", "cli"})
package org.jadhere.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
