/** The process on its machine: Unix sockets, systemd notifications, start-up time and memory. Tuning is gathered here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.postgres"})
package org.jadhere.platform.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
