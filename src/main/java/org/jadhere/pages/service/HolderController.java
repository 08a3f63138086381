package org.jadhere.pages.service;

import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.money.payments.Payment;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.Service;
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

/** Hands a service over to another member, pauses it, and takes it up again; each act has a page that says what it does. */
@Controller
@AllowedTo(Audience.CREWS)
class HolderController {

    private final ServiceActView view;
    private final HolderChanges changes;
    private final HoldingBook holdings;
    private final MemberLookup members;

    HolderController(ServiceActView view, HolderChanges changes, HoldingBook holdings, MemberLookup members) {
        this.view = view;
        this.changes = changes;
        this.holdings = holdings;
        this.members = members;
    }

    @GetMapping("/admin/services/{id}/handover")
    ModelAndView showHandover(Actor actor, @PathVariable long id) {
        return view.page(actor, view.find(actor, id), ServiceAct.HANDOVER);
    }

    @PostMapping("/admin/services/{id}/handover")
    ModelAndView handOver(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var end = view.end(form, ServiceAct.HANDOVER);
        String member = form.required("member");
        return form.result(() -> changes.handOver(actor, service, members.requireMember(actor, "member", member), end))
                .map(running -> done(service, ServiceAct.HANDOVER, running))
                .orElseGet(() -> view.page(actor, service, ServiceAct.HANDOVER, form));
    }

    @GetMapping("/admin/services/{id}/pause")
    ModelAndView showPause(Actor actor, @PathVariable long id) {
        return view.page(actor, view.find(actor, id), ServiceAct.PAUSE);
    }

    @PostMapping("/admin/services/{id}/pause")
    ModelAndView pause(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var end = view.end(form, ServiceAct.PAUSE);
        return form.result(() -> changes.pause(actor, service, end))
                .map(running -> done(service, ServiceAct.PAUSE, running))
                .orElseGet(() -> view.page(actor, service, ServiceAct.PAUSE, form));
    }

    @GetMapping("/admin/services/{id}/restart")
    ModelAndView showRestart(Actor actor, @PathVariable long id) {
        return view.page(actor, view.find(actor, id), ServiceAct.RESTART);
    }

    @PostMapping("/admin/services/{id}/restart")
    ModelAndView restart(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        String day = ServiceAct.RESTART.dayField();
        LocalDate firstDay = form.required(day, form.date(day), LocalDate.EPOCH);
        String typed = form.required("member");
        return form.accepts(() -> holdings.restart(
                        actor, id, members.requireMember(actor, "member", typed), firstDay, form.snapshot()))
                ? Redirect.to("/admin/services/" + id, "done.service-restart", "next.amount")
                : view.page(actor, service, ServiceAct.RESTART, form);
    }

    /** The confirmation says whether payments run on, which the bank crew has to end. */
    static ModelAndView done(Service service, ServiceAct act, List<Payment> running) {
        return Redirect.to("/admin/services/" + service.id(), running.isEmpty() ? act.done() : act.doneWithRunning());
    }
}
