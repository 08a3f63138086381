package org.jadhere.pages.styleguide;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The style guide: each part of a page in each of its states. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class StyleGuideController {

    @GetMapping("/admin/style")
    ModelAndView show() {
        return PageView.of(pages().pagesStyleguideStyleguide());
    }
}
