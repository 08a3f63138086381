/** The site below the pages: its address, allowed host names, the proxy, static files, request ids. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.cli", "platform.db", "platform.postgres"})
package org.jadhere.platform.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
