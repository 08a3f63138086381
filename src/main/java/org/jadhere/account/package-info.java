/** What people do with their own account: its password, second factors and sessions, one-time links, contact details. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "association", "jobs", "mail", "cli"})
package org.jadhere.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
