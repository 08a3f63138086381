/** The first pages after login, and those that show several features at once: reads everything, owns nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "web",
            "access",
            "association",
            "account",
            "joining",
            "mail",
            "members",
            "services",
            "addresses",
            "payments",
            "history"
        })
package org.jadhere.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
