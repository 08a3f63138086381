package org.jadhere.network.dns;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the delegations of reverse DNS. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class DelegationController {

    private static final String PATH = "/admin/delegations";

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return list(Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Form form) {
        return form.page(pages().networkDnsDelegations(delegations.all(), form));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form) {
        var prefix = form.requiredPrefix("prefix");
        var servers = DelegationForm.servers(form);
        return prefix != null && form.accepts(() -> delegations.add(actor, prefix, servers, form.idempotencyKey()))
                ? Redirect.to(PATH, "done.delegation-added")
                : list(form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(@PathVariable long id) {
        var delegation = delegations.find(id).orElseThrow(NotFoundException::new);
        return page(delegation, Form.editing(DelegationForm.fields(delegation)));
    }

    private static ModelAndView page(Delegation delegation, Form form) {
        return form.page(pages().networkDnsDelegation(delegation, form));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = delegations.find(id).orElseThrow(NotFoundException::new);
        var servers = DelegationForm.servers(form);
        return form.accepts(() -> delegations.change(actor, id, servers, form.snapshot()))
                ? Redirect.to(PATH, "done.delegation-changed")
                : page(known, form);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        delegations.remove(actor, id);
        return Redirect.to(PATH, "done.delegation-removed");
    }
}
