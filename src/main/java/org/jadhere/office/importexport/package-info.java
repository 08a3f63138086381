/** Import and export of all data as a folder of CSV files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.web",
            "people.access",
            "people.members",
            "network.addresses",
            "network.services",
            "money.common",
            "money.fees",
            "money.payments"
        })
package org.jadhere.office.importexport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
