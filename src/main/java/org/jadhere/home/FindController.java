package org.jadhere.home;

import java.util.Objects;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Find anything, go anywhere: a page, and with JavaScript a palette over any page. */
@Controller
@AllowedTo(Audience.ADMINISTRATION)
class FindController {

    private final Find find;

    FindController(Find find) {
        this.find = find;
    }

    @GetMapping("/admin/find")
    ModelAndView show(Actor actor, Form form) {
        String typed = Objects.requireNonNullElse(form.text("q"), "");
        return new ModelAndView("home/find").addObject("form", form).addObject("hits", find.hits(actor, typed));
    }
}
