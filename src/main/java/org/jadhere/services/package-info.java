/** What members have: types of service, each managed by a crew, and the services. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "members", "cli"})
package org.jadhere.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
