/**
 * The server process: Unix sockets, systemd notifications, the scheduler, and the tuning of memory and start-up. Without
 * {@code HeapCare}, {@code HeapGrowth}, {@code PreparedStart}, {@code Argon2Library} and {@code SessionConfiguration} the
 * program does the same as with the defaults of Java and Spring, only larger and slower.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.postgres"})
package org.jadhere.platform.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
