package org.jadhere.home;

import static org.jadhere.web.Texts.money;
import static org.jadhere.web.Texts.period;
import static org.jadhere.web.Texts.t;

import java.math.BigDecimal;
import java.util.List;
import org.jadhere.association.Association;
import org.jadhere.db.Money;
import org.jadhere.members.EpcPayment;
import org.jadhere.members.Member;
import org.jadhere.members.MembershipFee;
import org.jadhere.members.PaymentMethod;
import org.jadhere.members.PaymentReference;
import org.jadhere.payments.Payment;
import org.jadhere.web.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * What a member would transfer next: the latest fee that was announced by transfer and is not validated; without one,
 * what they give a month by standing order; else whatever they want.
 *
 * @param amount nothing where it is theirs to choose
 * @param about what it is for, in words
 */
public record Transfer(
        Association.Bank bank,
        PaymentReference reference,
        @Nullable Money amount,
        String about) {

    static Transfer of(Association.Bank bank, Member member, List<MembershipFee> fees, List<Account.Holding> holdings) {
        var reference = new PaymentReference(member.number());
        return fees.stream()
                .filter(Transfer::isAnnounced)
                .findFirst()
                .map(fee -> new Transfer(
                        bank, reference, fee.amount(), t("me.pay.fee", money(fee.amount()), period(fee.covers()))))
                .orElseGet(() -> monthly(bank, reference, holdings));
    }

    static boolean isAnnounced(MembershipFee fee) {
        return !fee.validated()
                && fee.method() == PaymentMethod.TRANSFER
                && !fee.amount().isZero();
    }

    /** One order a month for all services; where some are given at another rhythm, one order is not enough. */
    private static Transfer monthly(Association.Bank bank, PaymentReference reference, List<Account.Holding> holdings) {
        var orders = holdings.stream()
                .flatMap(holding -> holding.current().stream())
                .filter(payment -> payment.method() == PaymentMethod.STANDING_ORDER)
                .toList();
        BigDecimal sum =
                orders.stream().map(payment -> payment.amount().euros()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0 || !orders.stream().allMatch(Transfer::isMonthly)) {
            return new Transfer(bank, reference, null, t("me.pay.free"));
        }
        var amount = new Money(sum);
        return new Transfer(bank, reference, amount, t("me.pay.monthly", money(amount)));
    }

    private static boolean isMonthly(Payment payment) {
        return payment.months() == 1;
    }

    /** What the app of a bank scans. */
    public QrCode code() {
        return QrCode.of(new EpcPayment(bank, amount, reference).text());
    }
}
