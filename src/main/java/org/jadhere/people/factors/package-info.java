/** Second factors: passkeys, code generators, recovery codes, and asking for them again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.cli",
            "platform.db",
            "platform.site",
            "platform.web",
            "people.access",
            "people.account",
            "people.login"
        })
package org.jadhere.people.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
