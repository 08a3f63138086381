package org.jadhere.pages.admin;

import static org.jadhere.jte.Pages.pages;

import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The global search: a page of its own, and with JavaScript a palette over every page. */
@Controller
@AllowedTo(Audience.ADMINISTRATION)
class GlobalSearchController {

    private final GlobalSearch search;

    GlobalSearchController(GlobalSearch search) {
        this.search = search;
    }

    @GetMapping("/admin/find")
    ModelAndView show(Actor actor, Form form) {
        String query = Objects.requireNonNullElse(form.text("q"), "");
        return PageView.of(pages().pagesAdminSearch(form, search.search(actor, query)));
    }
}
