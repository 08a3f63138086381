/** Logging in: passwords, sessions, throttling, security headers, the configuration of Spring Security. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.server",
            "platform.site",
            "platform.web",
            "people.access"
        })
package org.jadhere.people.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
