/** The log, error mails to administrators, health, metrics. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.jobs",
            "platform.postgres",
            "platform.site",
            "platform.web",
            "people.access",
            "people.mail",
            "office.backup"
        })
package org.jadhere.office.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
