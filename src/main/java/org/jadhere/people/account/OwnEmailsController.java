package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The user's own e-mail addresses. They give access to the account, so that reauthentication is required. */
@Controller
@RequiresReauthentication
@AllowedTo(Audience.ACCOUNT_OWNER)
class OwnEmailsController {

    static final String PATH = "/me/emails";

    private final OwnEmails emails;

    OwnEmailsController(OwnEmails emails) {
        this.emails = emails;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return page(actor, Form.withDefaults(Map.of()));
    }

    private ModelAndView page(Actor actor, Form form) {
        return form.page(pages().peopleAccountEmails(emails.of(actor), emails.unconfirmedOf(actor), form));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form) {
        String email = form.email("email");
        return form.accepts(() -> emails.requestConfirmation(actor, email))
                ? Redirect.to(PATH, "done.email-asked")
                : page(actor, form);
    }

    @PostMapping(PATH + "/main")
    ModelAndView makePrimary(Actor actor, Form form) {
        emails.makePrimary(actor, form.value("email"));
        return Redirect.to(PATH, "done.email-main");
    }

    @PostMapping(PATH + "/removal")
    ModelAndView remove(Actor actor, Form form) {
        emails.remove(actor, form.value("email"));
        return Redirect.to(PATH, "done.email-removed");
    }
}
