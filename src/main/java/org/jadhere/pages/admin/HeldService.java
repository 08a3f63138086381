package org.jadhere.pages.admin;

import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.network.services.Service;

/** A service of a member, with the totals that were due until today. */
public record HeldService(Service service, PaymentTotals totals) {}
