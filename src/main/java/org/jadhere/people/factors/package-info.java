/** Second factors: passkeys, code generators, recovery codes, and asking for them again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.jobs",
            "platform.site",
            "platform.web",
            "people.access",
            "people.account",
            "people.login",
            "people.mail",
            "people.users"
        })
package org.jadhere.people.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
