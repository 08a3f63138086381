package org.jadhere.money.payments;

import org.jadhere.network.services.ServiceType;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;

/** The rights to write payments: crews those of their service types until they are validated, the bank crew all. */
public final class PaymentRights {

    private PaymentRights() {}

    public static boolean mayAdd(Actor actor, ServiceType.Ref type) {
        return actor.manages(type.id()) || actor.holds(Permission.PAYMENT_ADD);
    }

    public static boolean mayChange(Actor actor, Payment payment) {
        return actor.holds(Permission.PAYMENT_CHANGE) || isOpenTo(actor, payment);
    }

    public static boolean mayDelete(Actor actor, Payment payment) {
        return actor.holds(Permission.PAYMENT_DELETE) || isOpenTo(actor, payment);
    }

    /** A change of the price ends one payment and adds another. */
    static boolean mayChangePrice(Actor actor, Payment payment) {
        return mayChange(actor, payment) && mayAdd(actor, payment.service().type());
    }

    private static boolean isOpenTo(Actor actor, Payment payment) {
        return actor.manages(payment.service().type().id()) && !payment.validated();
    }
}
