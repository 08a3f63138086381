/** Users, logins, sessions, crews, permissions: who may do what, where. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "cli"})
package org.jadhere.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
