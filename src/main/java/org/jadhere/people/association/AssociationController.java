package org.jadhere.people.association;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The settings of the association: identity, bank account, login, days of reminders. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class AssociationController {

    private final Associations associations;
    private final AssociationBook book;

    AssociationController(Associations associations, AssociationBook book) {
        this.associations = associations;
        this.book = book;
    }

    @GetMapping("/admin/association")
    ModelAndView show() {
        return page(Form.editing(AssociationForm.fields(associations.current())));
    }

    private static ModelAndView page(Form form) {
        return form.page(pages().peopleAssociationAssociation(form));
    }

    @PostMapping("/admin/association")
    ModelAndView change(Actor actor, Form form) {
        var association = AssociationForm.in(form);
        return form.accepts(() -> book.change(actor, association, form.snapshot()))
                ? Redirect.to("/admin/association", "done.association-changed")
                : page(form);
    }
}
