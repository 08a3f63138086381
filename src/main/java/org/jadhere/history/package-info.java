/** Tells what the database has recorded: who changed what, when, from what to what. Reads everything, is read by nobody. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"db", "web", "attribution", "access", "members", "services", "payments", "addresses"})
package org.jadhere.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
