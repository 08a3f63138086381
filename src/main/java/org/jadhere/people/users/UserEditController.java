package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms to create an account and to change its contact details. */
@Controller
@AllowedTo(Audience.CREWS)
class UserEditController {

    private final Users users;
    private final UserBook book;

    UserEditController(Users users, UserBook book) {
        this.users = users;
        this.book = book;
    }

    @GetMapping("/admin/users/new")
    ModelAndView blank() {
        return page(null, true, false, Form.withDefaults(Map.of("language", "fr")));
    }

    @PostMapping("/admin/users")
    ModelAndView create(Actor actor, Form form) {
        var contact = Contact.in(form);
        String username = form.text("username", 150);
        return form.result(() -> book.create(actor, contact, username, form.idempotencyKey()))
                .map(id -> Redirect.to("/admin/users/" + id, "done.user-opened"))
                .orElseGet(() -> page(null, true, false, form));
    }

    @GetMapping("/admin/users/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        return page(
                user,
                UserRights.mayChangeEmails(actor, user),
                id == actor.userId(),
                Form.editing(user.contact().fields()));
    }

    @PostMapping("/admin/users/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        var contact = Contact.in(form);
        if (id == actor.userId() && !contact.emails().equals(user.contact().emails())) {
            return new ModelAndView("redirect:/me/emails");
        }
        return form.accepts(() -> book.change(actor, id, contact, form.snapshot()))
                ? Redirect.to("/admin/users/" + id, "done.user-changed")
                : page(user, UserRights.mayChangeEmails(actor, user), id == actor.userId(), form);
    }

    private static ModelAndView page(@Nullable User user, boolean emailsOpen, boolean own, Form form) {
        return form.page(pages().peopleUsersUserEdit(user, emailsOpen, own, form));
    }
}
