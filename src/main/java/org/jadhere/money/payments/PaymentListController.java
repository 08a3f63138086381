package org.jadhere.money.payments;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of payments. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class PaymentListController {

    private final Payments payments;
    private final PaymentEnd paymentEnd;
    private final ServiceTypes types;

    PaymentListController(Payments payments, PaymentEnd paymentEnd, ServiceTypes types) {
        this.payments = payments;
        this.paymentEnd = paymentEnd;
        this.types = types;
    }

    @GetMapping("/admin/payments")
    ModelAndView list(Actor actor, Form form) {
        var filter = PaymentFilter.of(form);
        return PageView.of(pages().moneyPaymentsPayments(
                        form,
                        filter.order(),
                        filter.beyond() && actor.holds(Permission.PAYMENT_CHANGE),
                        types.choices(actor),
                        payments.page(actor, filter, Keyset.of(form))));
    }

    /** Ends all payments that the list shows for {@code beyond=yes}. */
    @PostMapping("/admin/payments/beyond/termination")
    ModelAndView endBeyond(Actor actor) {
        paymentEnd.endAllBeyond(actor);
        return Redirect.to("/admin/payments?beyond=yes", "done.payments-ended");
    }
}
