package org.jadhere.payments;

import static org.jadhere.db.Pg.lock;
import static org.jadhere.db.Tables.PAYMENT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.Permission;
import org.jadhere.attribution.Attribution;
import org.jadhere.db.Once;
import org.jadhere.members.Book;
import org.jadhere.members.Validations;
import org.jadhere.services.Service;
import org.jadhere.services.Services;
import org.jadhere.web.Missing;
import org.jadhere.web.Seen;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments are written down, changed and taken out: by the crew of the service until the bank crew has validated them,
 * by the bank crew always. What is out of reach is {@link Missing}, what is not allowed {@link AccessDeniedException}.
 */
@Component
public class PaymentBook {

    /** For {@link Validations}. */
    public static final Book BOOK =
            new Book(PAYMENT, PAYMENT.ID, PAYMENT.AMOUNT, PAYMENT.VALIDATED, PAYMENT.VALIDATION_ID);

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

    /** @param once names the payment: added a second time, it stays one */
    @Transactional
    public void add(Actor actor, long serviceId, Payment.Terms terms, String once) {
        var service = services.find(actor, serviceId).orElseThrow(Missing::new);
        actor.must(PaymentRights.mayAdd(actor, service.type()));
        var columns = columns(terms);
        columns.put(PAYMENT.SERVICE_ID, service.id());
        Once.insert(db, PAYMENT, columns, once);
    }

    /** @param reason why, kept in the history; may be empty */
    @Transactional
    public Payment change(Actor actor, long id, Payment.Terms terms, Seen seen, String reason) {
        var payment = locked(actor, id);
        actor.must(PaymentRights.mayChange(actor, payment));
        seen.mustStillBe(PaymentForm.fields(payment.terms()));
        declare(actor, Permission.PAYMENT_CHANGE);
        attribution.declareReason(reason);
        db.update(PAYMENT).set(columns(terms)).where(PAYMENT.ID.eq(id)).execute();
        return payment;
    }

    /** The service it belonged to. */
    @Transactional
    public Service.Ref delete(Actor actor, long id) {
        var payment = locked(actor, id);
        actor.must(PaymentRights.mayDelete(actor, payment));
        declare(actor, Permission.PAYMENT_DELETE);
        db.deleteFrom(PAYMENT).where(PAYMENT.ID.eq(id)).execute();
        return payment.service();
    }

    private Payment locked(Actor actor, long id) {
        lock(db, PAYMENT.ID, id);
        return payments.find(actor, id).orElseThrow(Missing::new);
    }

    private void declare(Actor actor, Permission needed) {
        if (actor.holds(needed)) {
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
