/** The user guides, served as pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.db", "platform.site", "platform.web", "people.access"})
package org.jadhere.pages.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
