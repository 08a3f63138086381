package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an account's status, crews and password, which require reauthentication: they give rights. Administrators
 * change their own password on the page of their own account, where the current one is required.
 */
@Controller
@RequiresReauthentication
@AllowedTo(Audience.ADMINISTRATORS)
class AccountStatusController {

    private final Users users;
    private final Crews crews;
    private final AccountStatusBook book;
    private final UserBook contacts;

    AccountStatusController(Users users, Crews crews, AccountStatusBook book, UserBook contacts) {
        this.users = users;
        this.crews = crews;
        this.book = book;
        this.contacts = contacts;
    }

    @GetMapping("/admin/users/{id}/status")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        var choices = choices();
        return page(actor, user, choices, Form.editing(book.of(user).fields(choices)));
    }

    private List<Crew> choices() {
        return crews.all().stream().map(Crews.Line::crew).toList();
    }

    private static ModelAndView page(Actor actor, User user, List<Crew> choices, Form form) {
        return form.page(pages().peopleUsersStatus(user, user.id() == actor.userId(), choices, form));
    }

    @PostMapping("/admin/users/{id}/status")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        var choices = choices();
        var status = AccountStatus.in(form, choices);
        return form.accepts(() -> book.change(actor, user, status, choices, form.snapshot()))
                ? Redirect.to("/admin/users/" + id, "done.status-changed")
                : page(actor, user, choices, form);
    }

    @PostMapping("/admin/users/{id}/password")
    ModelAndView setPassword(Actor actor, @PathVariable long id, Form form) {
        if (id == actor.userId()) {
            return new ModelAndView("redirect:/me/password");
        }
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        String password = form.password("password");
        if (form.accepts(() -> book.setPassword(actor, user, password))) {
            return Redirect.to("/admin/users/" + id, "done.password-set");
        }
        var choices = choices();
        var page = Form.editing(book.of(user).fields(choices));
        page.copyField(form, "password");
        return page(actor, user, choices, page);
    }

    /** The address gives access to the account from then on. */
    @PostMapping("/admin/users/{id}/emails/confirmation")
    ModelAndView confirmEmail(Actor actor, @PathVariable long id, Form form) {
        contacts.confirmEmail(actor, id, form.value("email"));
        return Redirect.to("/admin/users/" + id + "/status", "done.email-counted");
    }
}
