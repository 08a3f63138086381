/** PostgreSQL as Java sees it: the values it holds, the operators SQL is written with, the server itself. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.jadhere.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
