package org.jadhere.network.dns;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of all reverse names, for administrators. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ReverseNameController {

    private static final String PATH = "/admin/reverse";

    private final ReverseNames names;
    private final ReverseNameBook book;

    ReverseNameController(ReverseNames names, ReverseNameBook book) {
        this.names = names;
        this.book = book;
    }

    @GetMapping(PATH)
    ModelAndView list(Form form) {
        return list(form, Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Form form, Form added) {
        var filter = ReverseNameFilter.of(form);
        return added.page(pages().networkDnsReverse(form, filter.order(), names.page(filter, Keyset.of(form)), added));
    }

    @PostMapping(PATH)
    ModelAndView declare(Actor actor, Form form) {
        var address = ReverseNameForm.address(form);
        var name = ReverseNameForm.name(form);
        return address != null
                        && name != null
                        && form.accepts(() -> book.declare(actor, address, name, form.idempotencyKey()))
                ? ReverseNamePages.declared(PATH, names.isDelegated(address))
                : list(Form.withDefaults(Map.of()), form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var name = names.find(actor, id).orElseThrow(NotFoundException::new);
        return ReverseNamePages.page(name, PATH, Form.editing(ReverseNameForm.fields(name)));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = names.find(actor, id).orElseThrow(NotFoundException::new);
        var name = ReverseNameForm.name(form);
        return name != null && form.accepts(() -> book.change(actor, id, name, form.snapshot()))
                ? Redirect.to(PATH, "done.reverse-changed")
                : ReverseNamePages.page(known, PATH, form);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        book.remove(actor, id);
        return Redirect.to(PATH, "done.reverse-removed");
    }
}
