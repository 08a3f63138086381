/** One way to send, one queue, the texts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "association", "jobs", "cli"})
package org.jadhere.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
