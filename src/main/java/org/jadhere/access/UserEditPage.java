package org.jadhere.access;

import java.util.Map;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opening an account, and changing how to reach its person. */
@Controller
@AllowedTo(Audience.CREWS)
class UserEditPage {

    private final Users users;
    private final UserBook book;

    UserEditPage(Users users, UserBook book) {
        this.users = users;
        this.book = book;
    }

    @GetMapping("/admin/users/new")
    ModelAndView offer() {
        return page(null, true, Form.suggesting(Map.of("language", "fr")));
    }

    @PostMapping("/admin/users")
    ModelAndView open(Actor actor, Form form) {
        var contact = Contact.in(form);
        String username = form.text("username", 150);
        return form.result(() -> book.open(actor, contact, username, form.once()))
                .map(id -> Done.at("/admin/users/" + id, "done.user-opened"))
                .orElseGet(() -> page(null, true, form));
    }

    @GetMapping("/admin/users/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var user = users.find(actor, id).orElseThrow(Missing::new);
        return page(
                user,
                UserRights.mayChangeEmails(actor, user),
                Form.about(Contact.of(user).fields()));
    }

    @PostMapping("/admin/users/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var user = users.find(actor, id).orElseThrow(Missing::new);
        var contact = Contact.in(form);
        return form.accepts(() -> book.change(actor, id, contact, form.seen()))
                ? Done.at("/admin/users/" + id, "done.user-changed")
                : page(user, UserRights.mayChangeEmails(actor, user), form);
    }

    private static ModelAndView page(@Nullable User user, boolean emailsOpen, Form form) {
        var page = new ModelAndView("access/user-edit")
                .addObject("user", user)
                .addObject("emailsOpen", emailsOpen)
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }
}
