/** Receipts for fees and payments that the bank crew has confirmed: papers that members keep. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"db", "web", "attribution", "access", "association", "members", "services", "payments"})
package org.jadhere.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
