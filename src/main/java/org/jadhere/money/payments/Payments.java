package org.jadhere.money.payments;

import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.Holding;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads payments. Each method returns only payments of services that the actor sees. */
@Component
public class Payments {

    /** A condition on PAYMENT: is due after the end of its holding, as {@link Payment#isOpenAfter} says. */
    static final Condition RUNS_BEYOND_HOLDING = PAYMENT.HOLDING_ENDS_ON
            .isNotNull()
            .and(PAYMENT.ENDS_ON.isNull().or(PAYMENT.ENDS_ON.gt(PAYMENT.HOLDING_ENDS_ON)))
            .and(PAYMENT.MONTHS.gt((short) 0).or(PAYMENT.STARTS_ON.ge(PAYMENT.HOLDING_ENDS_ON)));

    private final DSLContext db;

    Payments(DSLContext db) {
        this.db = db;
    }

    public Optional<Payment> find(Actor actor, long id) {
        return payments()
                .where(PAYMENT.ID.eq(id))
                .and(ServiceRights.seenBy(actor))
                .fetchOptional(Payments::toPayment);
    }

    @StandbyRead
    public Page<Payment> page(Actor actor, PaymentFilter filter, Keyset keyset) {
        return keyset.page(listed(actor, filter), filter.order(), PAYMENT.ID, Payments::toPayment);
    }

    /** Passes all payments that match to the consumer, in the order of the list. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, PaymentFilter filter, Consumer<Payment> consumer) {
        Keyset.each(listed(actor, filter), filter.order(), PAYMENT.ID, Payments::toPayment, consumer);
    }

    private SelectConditionStep<Record> listed(Actor actor, PaymentFilter filter) {
        return payments().where(ServiceRights.seenBy(actor)).and(matching(filter));
    }

    /** All payments of a service, the latest first. */
    public List<Payment> of(Actor actor, Service service) {
        return payments()
                .where(PAYMENT.SERVICE_ID.eq(service.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(PAYMENT.STARTS_ON.desc(), PAYMENT.ID.desc())
                .fetch(Payments::toPayment);
    }

    /** All payments of a holding, the latest first. */
    public List<Payment> of(Actor actor, Holding holding) {
        return payments()
                .where(PAYMENT.HOLDING_ID.eq(holding.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(PAYMENT.STARTS_ON.desc(), PAYMENT.ID.desc())
                .fetch(Payments::toPayment);
    }

    /** All payments of the holdings of a member, the latest first. */
    public List<Payment> of(Actor actor, Member member) {
        return payments()
                .where(HOLDING.MEMBER_ID.eq(member.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(PAYMENT.STARTS_ON.desc(), PAYMENT.ID.desc())
                .fetch(Payments::toPayment);
    }

    /**
     * The payments of the holdings of the actor and of the organisations that the actor represents, former ones included,
     * the latest first.
     */
    public List<Payment> ownedBy(Actor actor) {
        return payments()
                .where(Holdings.ownedHoldings(actor))
                .orderBy(PAYMENT.STARTS_ON.desc(), PAYMENT.ID.desc())
                .fetch(Payments::toPayment);
    }

    /** One of the payments that {@link #ownedBy(Actor)} returns. */
    public Optional<Payment> ownedBy(Actor actor, long id) {
        return payments()
                .where(PAYMENT.ID.eq(id))
                .and(Holdings.ownedHoldings(actor))
                .fetchOptional(Payments::toPayment);
    }

    private SelectOnConditionStep<Record> payments() {
        return db.select(PAYMENT.asterisk())
                .select(Services.REF)
                .select(Members.REF)
                .from(PAYMENT)
                .join(Services.WITH_TYPE)
                .on(SERVICE.ID.eq(PAYMENT.SERVICE_ID))
                .leftJoin(HOLDING)
                .on(HOLDING.ID.eq(PAYMENT.HOLDING_ID))
                .leftJoin(Members.WITH_HOLDER)
                .on(MEMBER.ID.eq(HOLDING.MEMBER_ID));
    }

    static Condition matching(PaymentFilter filter) {
        return and(
                given(
                        filter.q(),
                        typed -> PAYMENT.SERVICE_ID.in(
                                select(SERVICE.ID).from(SERVICE).where(Services.found(typed)))),
                given(filter.type(), SERVICE.TYPE_ID::eq),
                given(filter.method(), method -> PAYMENT.METHOD.eq(method.word())),
                given(
                        filter.validated(),
                        validated -> validated ? PAYMENT.VALIDATED.isTrue() : PAYMENT.VALIDATED.isFalse()),
                filter.beyond() ? RUNS_BEYOND_HOLDING : noCondition(),
                given(filter.from(), PAYMENT.STARTS_ON::ge),
                given(filter.to(), PAYMENT.STARTS_ON::le),
                given(filter.least(), PAYMENT.AMOUNT::ge),
                given(filter.most(), PAYMENT.AMOUNT::le));
    }

    private static Payment toPayment(Record row) {
        return new Payment(
                row.get(PAYMENT.ID),
                row.get(PAYMENT.HOLDING_ID),
                Services.toRef(row),
                Members.toRef(row),
                row.get(PAYMENT.AMOUNT),
                PaymentMethod.of(row.get(PAYMENT.METHOD)),
                row.get(PAYMENT.MONTHS),
                new Period(row.get(PAYMENT.STARTS_ON), row.get(PAYMENT.ENDS_ON)),
                row.get(PAYMENT.VALIDATED),
                row.get(PAYMENT.NOTE));
    }
}
