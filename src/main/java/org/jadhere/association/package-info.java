/** The association itself: how it presents itself, how it is paid, what its administrators decided once for all. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access"})
package org.jadhere.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
