/** PostgreSQL values and operators in Java: money, periods, IP prefixes, the generated tables, and the SQL that jOOQ lacks. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.jadhere.platform.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
