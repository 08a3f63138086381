/** Who did what to what, when: every write is attributed, the database keeps the record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web"})
package org.jadhere.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
