package org.jadhere.pages.member;

import java.util.List;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.network.services.Service;
import org.jadhere.platform.db.Period;

/**
 * A holding of a member, with its payments.
 *
 * @param totals of the payments that were due until the day of the page
 */
public record HeldService(Service.Ref service, Period period, List<Payment> payments, PaymentTotals totals) {}
