/**
 * The server process: Unix sockets, systemd notifications, start-up time and memory. Without {@code HeapCare},
 * {@code HeapGrowth} and {@code PreparedStart} the program does the same, with more memory and a slower start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.postgres"})
package org.jadhere.platform.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
