/** What fees and payments share: methods, references, QR codes, and validation by the bank crew. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.db",
            "platform.web",
            "people.access",
            "people.association",
            "people.members"
        })
package org.jadhere.money.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
