package org.jadhere.pages.admin;

import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Find anything, go anywhere: a page, and with JavaScript a palette over any page. */
@Controller
@AllowedTo(Audience.ADMINISTRATION)
class GlobalSearchController {

    private final GlobalSearch find;

    GlobalSearchController(GlobalSearch find) {
        this.find = find;
    }

    @GetMapping("/admin/find")
    ModelAndView show(Actor actor, Form form) {
        String typed = Objects.requireNonNullElse(form.text("q"), "");
        return new ModelAndView("pages/admin/search")
                .addObject("form", form)
                .addObject("hits", find.hits(actor, typed));
    }
}
