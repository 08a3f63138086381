package org.jadhere.home;

import org.jadhere.payments.Ledger;
import org.jadhere.services.Service;

/** A service that a member has, with what was to be given for it so far. */
public record HeldService(Service service, Ledger ledger) {}
