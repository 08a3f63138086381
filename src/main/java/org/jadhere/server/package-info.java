/** How the program stands on its machine: the socket that it is handed, what it tells the service manager. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jadhere.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
