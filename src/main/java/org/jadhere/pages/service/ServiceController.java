package org.jadhere.pages.service;

import java.util.List;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentBook;
import org.jadhere.money.payments.PaymentForm;
import org.jadhere.money.payments.ServiceAssignment;
import org.jadhere.network.addresses.AllocationBook;
import org.jadhere.network.addresses.AllocationForm;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceForm;
import org.jadhere.pages.service.ServiceForms.Act;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.MemberLookup;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a service: member, period, addresses, payments. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceController {

    private final ServiceView view;
    private final MemberLookup members;
    private final ServiceAssignment assignment;
    private final PaymentBook payments;
    private final AllocationBook allocations;

    ServiceController(
            ServiceView view,
            MemberLookup members,
            ServiceAssignment assignment,
            PaymentBook payments,
            AllocationBook allocations) {
        this.view = view;
        this.members = members;
        this.assignment = assignment;
        this.payments = payments;
        this.allocations = allocations;
    }

    @GetMapping("/admin/services/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var service = view.find(actor, id);
        return view.page(actor, service, ServiceForms.NONE);
    }

    @PostMapping("/admin/services/{id}/assignment")
    ModelAndView assign(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var period = ServiceForm.period(form);
        String typed = form.text("member");
        return form.result(() -> assignment.assign(
                        actor, id, members.requireSingle(actor, "member", typed), period, form.snapshot()))
                .map(running -> redirectAfterAssignment(service, running))
                .orElseGet(() -> view.page(actor, service, ServiceForms.of(Act.ASSIGNMENT, form)));
    }

    /**
     * For a service that had no member, the page offers to add a payment next; after a handover it says whether payments
     * run on.
     */
    private static ModelAndView redirectAfterAssignment(Service before, List<Payment> running) {
        String page = "/admin/services/" + before.id();
        if (before.member() == null) {
            return Redirect.to(page, "done.service-assigned", "next.amount");
        }
        return Redirect.to(page, running.isEmpty() ? "done.service-assigned" : "done.service-assigned-running");
    }

    @PostMapping("/admin/services/{id}/payments")
    ModelAndView addPayment(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var terms = PaymentForm.terms(form);
        return form.accepts(() -> payments.add(actor, id, terms, form.idempotencyKey()))
                ? Redirect.to("/admin/services/" + id, "done.payment-added")
                : view.page(actor, service, ServiceForms.of(Act.PAYMENT, form));
    }

    /** Allocates the next free address or prefix of a pool. */
    @PostMapping("/admin/services/{id}/addresses/next")
    @AllowedTo(Audience.ADMINISTRATORS)
    ModelAndView allocateNext(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var part = AllocationForm.part(form);
        return part.isPresent()
                        && form.accepts(() -> allocations.allocateNext(actor, id, part.get(), form.idempotencyKey()))
                ? Redirect.to("/admin/services/" + id, "done.address-given")
                : view.page(actor, service, ServiceForms.of(Act.NEXT_ADDRESS, form));
    }
}
