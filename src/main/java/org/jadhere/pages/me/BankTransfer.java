package org.jadhere.pages.me;

import static org.jadhere.platform.web.Texts.money;
import static org.jadhere.platform.web.Texts.period;
import static org.jadhere.platform.web.Texts.t;

import java.math.BigDecimal;
import java.util.List;
import org.jadhere.money.common.EpcQrCode;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.money.common.PaymentReference;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.payments.Payment;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * The next bank transfer of a member: the latest fee that was announced by transfer and is not validated, else the
 * monthly total of the standing orders, else an amount of the member's choice.
 *
 * @param amount in euros; null if the member chooses it
 * @param purpose a sentence in the language of the user
 */
public record BankTransfer(
        Association.Bank bank,
        PaymentReference reference,
        @Nullable Money amount,
        String purpose) {

    static BankTransfer of(
            Association.Bank bank, Member member, List<MembershipFee> fees, List<OwnAccount.OwnService> services) {
        var reference = new PaymentReference(member.number());
        return fees.stream()
                .filter(BankTransfer::isAnnounced)
                .findFirst()
                .map(fee -> new BankTransfer(
                        bank, reference, fee.amount(), t("me.pay.fee", money(fee.amount()), period(fee.covers()))))
                .orElseGet(() -> monthly(bank, reference, services));
    }

    static boolean isAnnounced(MembershipFee fee) {
        return !fee.validated()
                && fee.method() == PaymentMethod.TRANSFER
                && !fee.amount().isZero();
    }

    /** One monthly order for all services. If an order has another rhythm, one order is not enough. */
    private static BankTransfer monthly(
            Association.Bank bank, PaymentReference reference, List<OwnAccount.OwnService> services) {
        var orders = services.stream()
                .flatMap(service -> service.current().stream())
                .filter(payment -> payment.method() == PaymentMethod.STANDING_ORDER)
                .toList();
        BigDecimal sum =
                orders.stream().map(payment -> payment.amount().euros()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0 || !orders.stream().allMatch(BankTransfer::isMonthly)) {
            return new BankTransfer(bank, reference, null, t("me.pay.free"));
        }
        var amount = new Money(sum);
        return new BankTransfer(bank, reference, amount, t("me.pay.monthly", money(amount)));
    }

    private static boolean isMonthly(Payment payment) {
        return payment.months() == 1;
    }

    /** The QR code for a banking app. */
    public QrCode code() {
        return QrCode.of(new EpcQrCode(bank, amount, reference).text());
    }
}
