package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of users. */
@Controller
@AllowedTo(Audience.CREWS)
class UserListController {

    private final Users users;

    UserListController(Users users) {
        this.users = users;
    }

    @GetMapping("/admin/users")
    ModelAndView list(Actor actor, Form form) {
        var filter = UserFilter.of(form);
        return PageView.of(pages().peopleUsersUsers(form, filter.order(), users.page(actor, filter, Keyset.of(form))));
    }
}
