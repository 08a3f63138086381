package org.jadhere.pages.service;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.money.payments.HolderUndo;
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

/** Ends a service, and undoes the latest act on its holder. */
@Controller
@AllowedTo(Audience.CREWS)
class ServiceEndController {

    private final ServiceActView view;
    private final ServiceView servicePage;
    private final HolderChanges changes;
    private final HolderUndo undo;

    ServiceEndController(ServiceActView view, ServiceView servicePage, HolderChanges changes, HolderUndo undo) {
        this.view = view;
        this.servicePage = servicePage;
        this.changes = changes;
        this.undo = undo;
    }

    @GetMapping("/admin/services/{id}/termination")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return view.page(actor, view.find(actor, id), ServiceAct.TERMINATION);
    }

    @PostMapping({"/admin/services/{id}/termination", "/admin/services/{id}/end"})
    ModelAndView end(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        var end = view.end(form, ServiceAct.TERMINATION);
        return form.result(() -> changes.terminate(actor, service, end))
                .map(running -> HolderController.done(service, ServiceAct.TERMINATION, running))
                .orElseGet(() -> view.page(actor, service, ServiceAct.TERMINATION, form));
    }

    @PostMapping("/admin/services/{id}/undo")
    ModelAndView undo(Actor actor, @PathVariable long id, Form form) {
        var service = view.find(actor, id);
        Instant act = instant(form.value("act"));
        return form.accepts(() -> undo.undo(actor, service, act))
                ? Redirect.to("/admin/services/" + id, "done.act-undone")
                : servicePage.page(actor, service, ServiceForms.of(ServiceForms.Act.UNDO, form));
    }

    private static Instant instant(String hidden) {
        try {
            return Instant.parse(hidden);
        } catch (DateTimeParseException notOurForm) {
            throw new NotFoundException();
        }
    }
}
