/** The author of every transaction, declared to the database, which records it in the history. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.db"})
package org.jadhere.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
