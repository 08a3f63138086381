/** Shared parts of all pages: forms, lists, texts in two languages, errors, downloads, plots. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"platform.audit", "platform.db", "platform.site"})
package org.jadhere.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
