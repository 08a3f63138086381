package org.jadhere.publishing;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.association.Associations;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is published, each with its switch, and the words for it. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class PublishingPage {

    static final String PATH = "/admin/publishing";

    private final Publications publications;
    private final PublishingBook book;
    private final Associations associations;

    PublishingPage(Publications publications, PublishingBook book, Associations associations) {
        this.publications = publications;
        this.book = book;
        this.associations = associations;
    }

    @GetMapping(PATH)
    ModelAndView show() {
        return page(Form.about(PublishingForm.fields(publications.current())));
    }

    private ModelAndView page(Form form) {
        var page = new ModelAndView("publishing/publishing", "form", form)
                .addObject("associationIsComplete", IspDocument.isPossible(associations.current()));
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, Form form) {
        var wanted = PublishingForm.in(form);
        IspDocument.checkOffice(wanted.profile(), associations.current(), form);
        return form.accepts(() -> book.change(actor, wanted, form.seen()))
                ? Done.at(PATH, "done.publishing-changed")
                : page(form);
    }
}
