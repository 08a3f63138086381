package org.jadhere.pages.admin;

import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.network.services.Service;

/** A service that a member has, with what was to be given for it so far. */
public record HeldService(Service service, PaymentTotals ledger) {}
