/** Reminders of fees that end: who receives one, when, and why or why not. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.cli",
            "platform.db",
            "platform.jobs",
            "platform.web",
            "people.access",
            "people.association",
            "people.mail",
            "people.members",
            "people.users",
            "money.fees"
        })
package org.jadhere.office.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
