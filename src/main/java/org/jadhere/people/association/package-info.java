/** The association itself: name, bank account, and the settings that administrators choose once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.db", "platform.web", "people.access"})
package org.jadhere.people.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
