package org.jadhere.money.payments;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.PAYMENT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.money.common.ValidatedTable;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and deletes payments within {@link PaymentRights}. A service or payment that the actor does not see is
 * a {@link NotFoundException}, an act that is not allowed an {@link AccessDeniedException}.
 */
@Component
public class PaymentBook {

    public static final ValidatedTable TABLE =
            new ValidatedTable(PAYMENT, PAYMENT.ID, PAYMENT.AMOUNT, PAYMENT.VALIDATED, PAYMENT.VALIDATION_ID);

    private final DSLContext db;
    private final Services services;
    private final Payments payments;
    private final Attribution attribution;

    PaymentBook(DSLContext db, Services services, Payments payments, Attribution attribution) {
        this.db = db;
        this.services = services;
        this.payments = payments;
        this.attribution = attribution;
    }

    /** @param once the external id of the payment: the same request sent twice adds one payment */
    @Transactional
    public void add(Actor actor, long serviceId, Payment.Terms terms, String once) {
        var service = services.find(actor, serviceId).orElseThrow(NotFoundException::new);
        actor.must(PaymentRights.mayAdd(actor, service.type()));
        var columns = columns(terms);
        columns.put(PAYMENT.SERVICE_ID, service.id());
        IdempotentInsert.insert(db, PAYMENT, columns, once);
    }

    /** @param reason kept in the history; may be empty */
    @Transactional
    public void change(Actor actor, long id, Payment.Terms terms, FormSnapshot seen, String reason) {
        var payment = locked(actor, id);
        actor.must(PaymentRights.mayChange(actor, payment));
        seen.requireUnchanged(PaymentForm.fields(payment.terms()));
        declareBankAct(actor, Permission.PAYMENT_CHANGE);
        attribution.declareReason(reason);
        db.update(PAYMENT).set(columns(terms)).where(PAYMENT.ID.eq(id)).execute();
    }

    /** Returns the service that the payment belonged to. */
    @Transactional
    public Service.Ref delete(Actor actor, long id) {
        var payment = locked(actor, id);
        actor.must(PaymentRights.mayDelete(actor, payment));
        declareBankAct(actor, Permission.PAYMENT_DELETE);
        db.deleteFrom(PAYMENT).where(PAYMENT.ID.eq(id)).execute();
        return payment.service();
    }

    private Payment locked(Actor actor, long id) {
        lock(db, PAYMENT.ID, id);
        return payments.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private void declareBankAct(Actor actor, Permission permission) {
        if (actor.holds(permission)) {
            attribution.declareBankAct();
        }
    }

    private static Map<Field<?>, Object> columns(Payment.Terms terms) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(PAYMENT.AMOUNT, terms.amount());
        columns.put(PAYMENT.METHOD, terms.method().word());
        columns.put(PAYMENT.MONTHS, terms.months());
        columns.put(PAYMENT.STARTS_ON, terms.period().start());
        columns.put(PAYMENT.ENDS_ON, terms.period().end());
        columns.put(PAYMENT.NOTE, terms.note());
        return columns;
    }
}
