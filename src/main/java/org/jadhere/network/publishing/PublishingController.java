package org.jadhere.network.publishing;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the settings of the public documents. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class PublishingController {

    static final String PATH = "/admin/publishing";

    private final Publications publications;
    private final PublishingBook book;
    private final Associations associations;

    PublishingController(Publications publications, PublishingBook book, Associations associations) {
        this.publications = publications;
        this.book = book;
        this.associations = associations;
    }

    @GetMapping(PATH)
    ModelAndView show() {
        return page(Form.editing(PublishingForm.fields(publications.current())));
    }

    private ModelAndView page(Form form) {
        return form.page(pages().networkPublishingPublishing(form, IspDocument.isPossible(associations.current())));
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, Form form) {
        var wanted = PublishingForm.in(form);
        IspDocument.checkOffice(wanted.profile(), associations.current(), form);
        return form.accepts(() -> book.change(actor, wanted, form.snapshot()))
                ? Redirect.to(PATH, "done.publishing-changed")
                : page(form);
    }
}
