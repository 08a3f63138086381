package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The suggestions of a field for a user. */
@Controller
@AllowedTo(Audience.CREWS)
class UserSuggestionController {

    private final UserLookup users;

    UserSuggestionController(UserLookup users) {
        this.users = users;
    }

    @GetMapping("/admin/users/choices")
    ModelAndView suggest(Actor actor, Form form) {
        String typed = form.text("person");
        var labels = typed == null || typed.length() < 2
                ? List.<String>of()
                : users.choices(actor, typed).stream()
                        .map(UserLookup.Choice::label)
                        .toList();
        return PageView.of(pages().uiSuggestions(labels));
    }
}
