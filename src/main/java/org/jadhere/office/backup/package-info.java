/** Backup of all data to one verified file, and its restoration. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.audit", "platform.cli", "platform.postgres"})
package org.jadhere.office.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
