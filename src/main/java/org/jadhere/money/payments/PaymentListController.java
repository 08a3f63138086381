package org.jadhere.money.payments;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of payments. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class PaymentListController {

    private final Payments payments;
    private final ServiceTypes types;

    PaymentListController(Payments payments, ServiceTypes types) {
        this.payments = payments;
        this.types = types;
    }

    @GetMapping("/admin/payments")
    ModelAndView list(Actor actor, Form form) {
        var filter = PaymentFilter.of(form);
        return PageView.of(pages().moneyPaymentsPayments(
                        form, filter.order(), types.choices(actor), payments.page(actor, filter, Keyset.of(form))));
    }
}
