package org.jadhere.pages.service;

import org.jadhere.money.payments.PriceChange;
import org.jadhere.pages.service.ServiceForms.Act;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes the price of a service from a day on; the form is on the page of the service. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServicePriceController {

    private final ServiceView view;
    private final PriceChange priceChange;

    ServicePriceController(ServiceView view, PriceChange priceChange) {
        this.view = view;
        this.priceChange = priceChange;
    }

    @PostMapping("/admin/services/{id}/price")
    ModelAndView changePrice(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var change = PriceChange.in(form);
        return change.isPresent()
                        && form.accepts(() ->
                                priceChange.apply(actor, id, change.get(), form.snapshot(), form.idempotencyKey()))
                ? Redirect.to("/admin/services/" + id, "done.price-changed")
                : view.page(actor, service, ServiceForms.of(Act.PRICE, form));
    }
}
