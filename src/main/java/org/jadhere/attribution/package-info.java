/** Who acts, and through which door: every write is attributed, the database keeps the record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db"})
package org.jadhere.attribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
