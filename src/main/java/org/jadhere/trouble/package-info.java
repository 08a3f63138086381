/** What goes wrong, and who hears of it: the log, mails to administrators, pages, health, numbers to watch. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "access", "jobs", "mail", "cli"})
package org.jadhere.trouble;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
