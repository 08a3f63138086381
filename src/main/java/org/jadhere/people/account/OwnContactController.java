package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.users.Contact;
import org.jadhere.people.users.User;
import org.jadhere.people.users.UserBook;
import org.jadhere.people.users.Users;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The user's own name, contact details and language; e-mail addresses have their own page. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class OwnContactController {

    private static final String PATH = "/me/contact";

    private final Users users;
    private final UserBook book;

    OwnContactController(Users users, UserBook book) {
        this.users = users;
        this.book = book;
    }

    @GetMapping(PATH)
    ModelAndView edit(Actor actor) {
        var user = users.find(actor, actor.userId()).orElseThrow(NotFoundException::new);
        return page(user, Form.editing(fields(user)));
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, Form form) {
        var user = users.find(actor, actor.userId()).orElseThrow(NotFoundException::new);
        var contact = Contact.in(form);
        return form.accepts(() -> book.changeOwn(actor, contact, form.snapshot()))
                ? Redirect.to("/me", "done.contact-changed")
                : page(user, form);
    }

    private static Map<String, String> fields(User user) {
        Map<String, String> fields = new LinkedHashMap<>(user.contact().fields());
        fields.remove("emails");
        return fields;
    }

    private static ModelAndView page(User user, Form form) {
        return form.page(pages().peopleAccountContact(user, form));
    }
}
