/** How strangers become members: they ask, confirm their address, and a crew accepts or refuses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "db",
            "web",
            "attribution",
            "access",
            "association",
            "jobs",
            "mail",
            "account",
            "members",
            "services"
        })
package org.jadhere.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
