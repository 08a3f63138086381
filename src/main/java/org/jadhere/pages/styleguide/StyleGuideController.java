package org.jadhere.pages.styleguide;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style guide: each part of a page in each of its states. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class StyleGuideController {

    @GetMapping("/admin/style")
    String show() {
        return "pages/styleguide/styleguide";
    }
}
