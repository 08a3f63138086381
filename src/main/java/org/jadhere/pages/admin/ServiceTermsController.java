package org.jadhere.pages.admin;

import org.jadhere.money.payments.PriceChange;
import org.jadhere.money.payments.ServiceEnd;
import org.jadhere.pages.admin.ServiceForms.Act;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes the price of a service from a day on, and ends a service. Both forms are on the page of the service. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceTermsController {

    private final ServiceView view;
    private final PriceChange priceChange;
    private final ServiceEnd serviceEnd;

    ServiceTermsController(ServiceView view, PriceChange priceChange, ServiceEnd serviceEnd) {
        this.view = view;
        this.priceChange = priceChange;
        this.serviceEnd = serviceEnd;
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

    @PostMapping({"/admin/services/{id}/termination", "/admin/services/{id}/end"})
    ModelAndView end(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var lastDay = ServiceEnd.lastDay(form);
        return form.accepts(() -> serviceEnd.end(actor, service, lastDay, form.snapshot(), ServiceEnd.expected(form)))
                ? Redirect.to("/admin/services/" + id, "done.service-ended")
                : view.page(actor, service, ServiceForms.of(Act.TERMINATION, form));
    }
}
