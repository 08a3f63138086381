package org.jadhere.pages.styleguide;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Each part that pages are made of, in each of its states: for whoever changes one, or looks for one. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class StyleGuideController {

    @GetMapping("/admin/style")
    String show() {
        return "pages/styleguide/styleguide";
    }
}
