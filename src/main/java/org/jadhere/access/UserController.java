package org.jadhere.access;

import java.util.Map;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of users. */
@Controller
@AllowedTo(Audience.CREWS)
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @GetMapping("/admin/users")
    ModelAndView list(Actor actor, Form form) {
        var filter = UserFilter.of(form);
        return new ModelAndView(
                "access/users",
                Map.of("form", form, "order", filter.order(), "page", users.page(actor, filter, Keyset.of(form))));
    }
}
