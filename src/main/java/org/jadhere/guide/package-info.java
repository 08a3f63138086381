/** How Jadhere is used, told to each kind of reader, in pages of the program itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "access"})
package org.jadhere.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
