package org.jadhere.payments;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of payments. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class PaymentController {

    private final Payments payments;
    private final ServiceTypes types;

    PaymentController(Payments payments, ServiceTypes types) {
        this.payments = payments;
        this.types = types;
    }

    @GetMapping("/admin/payments")
    ModelAndView list(Actor actor, Form form) {
        var filter = PaymentFilter.of(form);
        return new ModelAndView(
                "payments/payments",
                Map.of(
                        "form", form,
                        "order", filter.order(),
                        "types", types.choices(actor),
                        "page", payments.page(actor, filter, Keyset.of(form))));
    }
}
