package org.jadhere.money.receipts;

import org.jadhere.money.fees.MembershipFees;
import org.jadhere.money.payments.Payments;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Receipts as PDF, for members and for the administration. */
@Controller
class ReceiptController {

    private final MembershipFees fees;
    private final Payments payments;
    private final Receipts receipts;

    ReceiptController(MembershipFees fees, Payments payments, Receipts receipts) {
        this.fees = fees;
        this.payments = payments;
        this.receipts = receipts;
    }

    @AllowedTo(Audience.USERS)
    @GetMapping("/me/fees/{id}/receipt.pdf")
    View ownFee(Actor actor, @PathVariable long id) {
        return show(receipts.ofFee(actor, fees.ownedBy(actor, id)));
    }

    @AllowedTo(Audience.USERS)
    @GetMapping("/me/payments/{id}/receipt.pdf")
    View ownPayment(Actor actor, @PathVariable long id) {
        return show(receipts.ofPayment(actor, payments.ownedBy(actor, id)));
    }

    @AllowedTo(Audience.CREWS_AND_BANK)
    @GetMapping("/admin/fees/{id}/receipt.pdf")
    View fee(Actor actor, @PathVariable long id) {
        return show(receipts.ofFee(actor, fees.find(actor, id)));
    }

    @AllowedTo(Audience.CREWS_AND_BANK)
    @GetMapping("/admin/payments/{id}/receipt.pdf")
    View payment(Actor actor, @PathVariable long id) {
        return show(receipts.ofPayment(actor, payments.find(actor, id)));
    }

    private View show(Receipt receipt) {
        return new ReceiptView(receipt);
    }
}
