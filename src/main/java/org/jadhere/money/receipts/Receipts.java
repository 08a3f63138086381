package org.jadhere.money.receipts;

import static org.jadhere.platform.web.Texts.PARIS;
import static org.jadhere.platform.web.Texts.date;
import static org.jadhere.platform.web.Texts.euros;
import static org.jadhere.platform.web.Texts.money;
import static org.jadhere.platform.web.Texts.period;
import static org.jadhere.platform.web.Texts.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jadhere.money.common.Validations;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeBook;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentBook;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.receipts.Receipt.Fact;
import org.jadhere.people.access.Actor;
import org.jadhere.people.association.Associations;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.PostalAddresses;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.stereotype.Component;

/**
 * Creates receipts for fees and payments that the actor sees. One that is not received has none: {@link
 * NotFoundException}.
 */
@Component
class Receipts {

    private final Associations associations;
    private final PostalAddresses addresses;
    private final Validations validations;
    private final Clock clock;

    Receipts(Associations associations, PostalAddresses addresses, Validations validations, Clock clock) {
        this.associations = associations;
        this.addresses = addresses;
        this.validations = validations;
        this.clock = clock;
    }

    Receipt ofFee(Actor actor, Optional<MembershipFee> found) {
        var fee = found.filter(MembershipFee::isReceived).orElseThrow(NotFoundException::new);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t("payment.amount"), money(fee.amount())));
        facts.add(new Fact(t("receipt.covers"), period(fee.covers())));
        facts.add(new Fact(t("payment.method"), t("method." + fee.method().word())));
        if (fee.paidOn() != null) {
            facts.add(new Fact(t("fee.paid"), date(fee.paidOn())));
        }
        facts.add(validated(validations.validatedAt(MembershipFeeBook.TABLE, fee.id())));
        return receipt(actor, "C-%06d".formatted(fee.id()), t("receipt.fee"), fee.member(), money(fee.amount()), facts);
    }

    /** The terms of the payment and the total that was due until today. */
    Receipt ofPayment(Actor actor, Optional<Payment> found) {
        var payment = found.filter(Payment::isReceived).orElseThrow(NotFoundException::new);
        var member = Optional.ofNullable(payment.member()).orElseThrow(NotFoundException::new);
        LocalDate today = LocalDate.now(clock);
        String sum = euros(PaymentTotals.of(List.of(payment), today).validated());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t("service"), service(payment)));
        facts.add(new Fact(t("payment.amount"), money(payment.amount()) + " " + t("rhythm." + payment.months())));
        facts.add(new Fact(
                t("payment.period"),
                payment.months() == 0 ? date(payment.period().start()) : period(payment.period())));
        facts.add(new Fact(t("payment.method"), t("method." + payment.method().word())));
        facts.add(new Fact(
                t("receipt.given", date(today)), t("receipt.times", sum, PaymentTotals.dueDates(payment, today))));
        facts.add(validated(validations.validatedAt(PaymentBook.TABLE, payment.id())));
        return receipt(actor, "P-%06d".formatted(payment.id()), t("receipt.payment"), member, sum, facts);
    }

    private static String service(Payment payment) {
        String type = payment.service().type().name();
        return payment.service().label().isEmpty()
                ? type
                : type + ", " + payment.service().label();
    }

    /** The date is unknown for rows that were imported as validated. */
    private static Fact validated(Optional<Instant> at) {
        return new Fact(
                t("receipt.validated"),
                at.map(instant -> date(LocalDate.ofInstant(instant, PARIS))).orElseGet(() -> t("filter.yes")));
    }

    private Receipt receipt(Actor actor, String number, String title, Member.Ref member, String sum, List<Fact> facts) {
        var association = associations.current();
        String summary =
                t("receipt.statement", association.name(), sum, member.name(), String.valueOf(member.number()));
        return new Receipt(
                number, title, summary, association, member, addresses.of(actor, member), facts, LocalDate.now(clock));
    }
}
