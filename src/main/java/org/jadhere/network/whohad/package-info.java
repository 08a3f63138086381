/** Who had an address at an instant: the question, the answer, and the log of questions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.cli", "platform.db", "platform.web", "people.access", "network.retention"})
package org.jadhere.network.whohad;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
