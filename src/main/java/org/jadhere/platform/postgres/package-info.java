/** The PostgreSQL server: the embedded one, connections, migrations, and reads from a standby. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jadhere.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
