/** People and organisations that have joined, and what they pay to be members. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db", "web", "attribution", "access", "association", "cli"})
package org.jadhere.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
