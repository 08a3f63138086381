/** The demonstration: made-up data and test accounts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.cli",
            "platform.db",
            "platform.site",
            "people.access",
            "people.association",
            "network.services",
            "office.importexport",
            "office.joining"
        })
package org.jadhere.office.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
