/** What requests pass before the pages: allowed host names, reverse proxy, static files, request ids; the site's address. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.cli", "platform.db", "platform.postgres"})
package org.jadhere.platform.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
