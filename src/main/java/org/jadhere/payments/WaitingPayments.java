package org.jadhere.payments;

import static org.jadhere.db.Tables.PAYMENT;
import static org.jadhere.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.members.Book;
import org.jadhere.members.Waiting;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.jadhere.web.Option;
import org.jadhere.web.Page;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The payments that wait to be confirmed. */
@Component
class WaitingPayments implements Waiting {

    private final Payments payments;
    private final ServiceTypes types;

    WaitingPayments(Payments payments, ServiceTypes types) {
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
    public Book book() {
        return PaymentBook.BOOK;
    }

    @Override
    public List<Option> types(Actor actor) {
        return types.choices(actor).stream()
                .map(type -> new Option(String.valueOf(type.id()), type.name()))
                .toList();
    }

    @Override
    public Page<Line> page(Actor actor, Form form, Keyset place) {
        var page = payments.page(actor, PaymentFilter.of(form).waiting(), place);
        return new Page<>(page.rows().stream().map(WaitingPayments::line).toList(), page.previous(), page.next());
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

    /** Payments of the bank's reach are those of all services, so their own columns and those of the service suffice. */
    @Override
    public Condition matching(Form form) {
        return exists(selectOne()
                .from(SERVICE)
                .where(SERVICE.ID.eq(PAYMENT.SERVICE_ID))
                .and(Payments.matching(PaymentFilter.of(form).waiting())));
    }
}
