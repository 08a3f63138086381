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

/** Pages of the reverse names of the user's own addresses. */
@Controller
@AllowedTo(Audience.USERS)
class OwnReverseNameController {

    private static final String PATH = "/me/reverse";

    private final ReverseNames names;
    private final ReverseNameBook book;

    OwnReverseNameController(ReverseNames names, ReverseNameBook book) {
        this.names = names;
        this.book = book;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return list(actor, Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Actor actor, Form form) {
        return form.page(pages().networkDnsOwnReverse(names.ownedBy(actor), names.heldBy(actor), form));
    }

    @PostMapping(PATH)
    ModelAndView declare(Actor actor, Form form) {
        var address = ReverseNameForm.address(form);
        var name = ReverseNameForm.name(form);
        return address != null
                        && name != null
                        && form.accepts(() -> book.declare(actor, address, name, form.idempotencyKey()))
                ? ReverseNamePages.declared(PATH, names.isDelegated(address))
                : list(actor, form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var name = own(actor, id);
        return ReverseNamePages.page(name, PATH, Form.editing(ReverseNameForm.fields(name)));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = own(actor, id);
        var name = ReverseNameForm.name(form);
        return name != null && form.accepts(() -> book.change(actor, id, name, form.snapshot()))
                ? Redirect.to(PATH, "done.reverse-changed")
                : ReverseNamePages.page(known, PATH, form);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        own(actor, id);
        book.remove(actor, id);
        return Redirect.to(PATH, "done.reverse-removed");
    }

    /** Administrators, too, see only their own names under /me. */
    private ReverseName own(Actor actor, long id) {
        return names.ownedBy(actor).stream()
                .filter(name -> name.id() == id)
                .findAny()
                .orElseThrow(NotFoundException::new);
    }
}
