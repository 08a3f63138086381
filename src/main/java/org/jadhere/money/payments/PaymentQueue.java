package org.jadhere.money.payments;

import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.jadhere.money.common.ValidatedTable;
import org.jadhere.money.common.ValidationQueue;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The payments that wait for validation. */
@Component
class PaymentQueue implements ValidationQueue {

    private final Payments payments;
    private final ServiceTypes types;

    PaymentQueue(Payments payments, ServiceTypes types) {
        this.payments = payments;
        this.types = types;
    }

    @Override
    public String path() {
        return "/admin/payments/validation";
    }

    @Override
    public String titleKey() {
        return "validation.payments";
    }

    @Override
    public String placeholderKey() {
        return "services.search";
    }

    @Override
    public ValidatedTable table() {
        return PaymentBook.TABLE;
    }

    @Override
    public List<Option> types(Actor actor) {
        return types.choices(actor).stream()
                .map(type -> new Option(String.valueOf(type.id()), type.name()))
                .toList();
    }

    @Override
    public Page<Line> page(Actor actor, Form form, Keyset keyset) {
        var page = payments.page(actor, PaymentFilter.of(form).pending(), keyset);
        return new Page<>(page.rows().stream().map(PaymentQueue::line).toList(), page.previous(), page.next());
    }

    private static Line line(Payment payment) {
        var service = payment.service();
        return new Line(
                payment.id(),
                "/admin/payments/" + payment.id(),
                payment.member(),
                service.label().isEmpty()
                        ? service.type().name()
                        : service.type().name() + ", " + service.label(),
                payment.period(),
                payment.amount(),
                payment.method(),
                payment.months());
    }

    /** The bank crew sees the payments of all services, so the condition needs no check of rights. */
    @Override
    public Condition matching(Form form) {
        return exists(selectOne()
                .from(SERVICE)
                .where(SERVICE.ID.eq(PAYMENT.SERVICE_ID))
                .and(Payments.matching(PaymentFilter.of(form).pending())));
    }
}
