package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.home.ServiceForms.Act;
import org.jadhere.payments.Ending;
import org.jadhere.payments.Repricing;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What happens to a service that runs: another price from a day on, and its end. Both from the page of the service. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class SubscriptionController {

    private final ServiceView view;
    private final Repricing repricing;
    private final Ending ending;

    SubscriptionController(ServiceView view, Repricing repricing, Ending ending) {
        this.view = view;
        this.repricing = repricing;
        this.ending = ending;
    }

    @PostMapping("/admin/services/{id}/price")
    ModelAndView reprice(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var change = Repricing.in(form);
        return change.isPresent()
                        && form.accepts(() -> repricing.reprice(actor, id, change.get(), form.seen(), form.once()))
                ? Done.at("/admin/services/" + id, "done.price-changed")
                : view.page(actor, service, ServiceForms.of(Act.PRICE, form));
    }

    @PostMapping("/admin/services/{id}/end")
    ModelAndView end(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var lastDay = Ending.lastDay(form);
        return form.accepts(() -> ending.end(actor, service, lastDay, form.seen(), Ending.expected(form)))
                ? Done.at("/admin/services/" + id, "done.service-ended")
                : view.page(actor, service, ServiceForms.of(Act.ENDING, form));
    }
}
