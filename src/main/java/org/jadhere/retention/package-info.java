/** What the law wants forgotten is erased, by itself, and with a report; never what it was. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "jobs", "cli"})
package org.jadhere.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
