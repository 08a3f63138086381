/** Fees that end are reminded of: whom, when, why, and why not. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"db", "web", "attribution", "access", "association", "jobs", "mail", "members", "cli"})
package org.jadhere.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
