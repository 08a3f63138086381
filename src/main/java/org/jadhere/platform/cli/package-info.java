/** The command line: options, exit statuses, progress, and the commands that belong to no feature (serve, migrate, check). */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.audit", "platform.postgres"})
package org.jadhere.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
