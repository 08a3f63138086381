package org.jadhere.pages.service;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an act on the holder of a service: its form, and what the act does to payments, addresses and names. */
@Component
class ServiceActView {

    private static final String EXPECTED = "ends-too";

    private final Services services;
    private final Holdings holdings;
    private final HolderChanges changes;
    private final ServiceResources resources;
    private final Clock clock;

    ServiceActView(
            Services services, Holdings holdings, HolderChanges changes, ServiceResources resources, Clock clock) {
        this.services = services;
        this.holdings = holdings;
        this.changes = changes;
        this.resources = resources;
        this.clock = clock;
    }

    /** A service whose holder the actor may change. */
    Service find(Actor actor, long id) {
        var service = services.find(actor, id).orElseThrow(NotFoundException::new);
        actor.must(ServiceRights.mayAssign(actor, service));
        return service;
    }

    ModelAndView page(Actor actor, Service service, ServiceAct act) {
        var form = Form.editing(HoldingBook.state(service))
                .with(act.dayField(), LocalDate.now(clock).toString())
                .with("member", suggestedMember(actor, service, act));
        return page(actor, service, act, form);
    }

    /** After a pause, the member of before usually comes back. */
    private String suggestedMember(Actor actor, Service service, ServiceAct act) {
        return act != ServiceAct.RESTART
                ? ""
                : holdings.of(actor, service).stream()
                        .findFirst()
                        .map(held -> held.member().label())
                        .orElse("");
    }

    /** @param form as typed, or a new one; the payments that would end now are added */
    ModelAndView page(Actor actor, Service service, ServiceAct act, Form form) {
        var plan = act == ServiceAct.TERMINATION ? changes.planOfEnd(actor, service) : changes.plan(actor, service);
        return form.with(EXPECTED, plan.expected())
                .page(pages().pagesServiceServiceAct(
                                service,
                                act,
                                plan,
                                resources.addressesOf(actor, service),
                                resources.namesOf(service),
                                actor.superuser(),
                                form));
    }

    /** The last day of the present holding that a form asks for. */
    HolderChanges.End end(Form form, ServiceAct act) {
        LocalDate day = form.required(act.dayField(), form.date(act.dayField()), LocalDate.EPOCH);
        return new HolderChanges.End(
                act == ServiceAct.HANDOVER ? day.minusDays(1) : day,
                form.isTicked("addresses-too"),
                form.value(EXPECTED),
                form.snapshot());
    }
}
