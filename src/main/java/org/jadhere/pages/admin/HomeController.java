package org.jadhere.pages.admin;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.LayoutContext;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The start page: the login for visitors, the account for users, the dashboard for staff. */
@Controller
class HomeController {

    private final Dashboard dashboard;

    HomeController(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @GetMapping("/")
    @AllowedTo(Audience.ANYONE)
    String home() {
        if (LayoutContext.userName() == null) {
            return "redirect:/login";
        }
        return LayoutContext.menu().isEmpty() ? "redirect:/me" : "redirect:/admin/";
    }

    @GetMapping("/admin/")
    @AllowedTo(Audience.ADMINISTRATION)
    ModelAndView administration(Actor actor) {
        return PageView.of(pages().pagesAdminAdmin(actor, dashboard.of(actor)));
    }

    @GetMapping("/admin")
    @AllowedTo(Audience.ADMINISTRATION)
    String administrationWithoutSlash() {
        return "redirect:/admin/";
    }
}
