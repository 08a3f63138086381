/** What every page needs: views, forms, keyset pages, texts, errors, the menu. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"db", "cli"})
package org.jadhere.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
