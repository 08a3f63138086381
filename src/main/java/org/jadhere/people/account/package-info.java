/** A user's own account: contact details, e-mail addresses, password, sessions, one-time links, closing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.jobs",
            "platform.site",
            "platform.web",
            "people.access",
            "people.association",
            "people.login",
            "people.mail",
            "people.users"
        })
package org.jadhere.people.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
