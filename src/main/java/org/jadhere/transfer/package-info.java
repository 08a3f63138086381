/** Moving in and moving out: the folder of CSV files that import reads and export writes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "attribution", "cli"})
package org.jadhere.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
