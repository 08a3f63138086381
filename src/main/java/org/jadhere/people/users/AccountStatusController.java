package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
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

/** The page of an account's status, crews and password. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class AccountStatusController {

    private final Users users;
    private final Crews crews;
    private final AccountStatusBook book;

    AccountStatusController(Users users, Crews crews, AccountStatusBook book) {
        this.users = users;
        this.crews = crews;
        this.book = book;
    }

    @GetMapping("/admin/users/{id}/status")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        var choices = choices();
        return page(user, choices, Form.editing(book.of(user).fields(choices)));
    }

    private List<Crew> choices() {
        return crews.all().stream().map(Crews.Line::crew).toList();
    }

    private static ModelAndView page(User user, List<Crew> choices, Form form) {
        return form.page(pages().peopleUsersStatus(user, choices, form));
    }

    @PostMapping("/admin/users/{id}/status")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        var choices = choices();
        var status = AccountStatus.in(form, choices);
        return form.accepts(() -> book.change(actor, user, status, choices, form.snapshot()))
                ? Redirect.to("/admin/users/" + id, "done.status-changed")
                : page(user, choices, form);
    }

    @PostMapping("/admin/users/{id}/password")
    ModelAndView setPassword(Actor actor, @PathVariable long id, Form form) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        String password = form.required("password");
        if (form.accepts(() -> book.setPassword(actor, user, password))) {
            return Redirect.to("/admin/users/" + id, "done.password-set");
        }
        var choices = choices();
        var page = Form.editing(book.of(user).fields(choices));
        page.copyField(form, "password");
        return page(user, choices, page);
    }
}
