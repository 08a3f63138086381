package org.jadhere.home;

import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Each part that pages are made of, in each of its states: for whoever changes one, or looks for one. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class StylePage {

    @GetMapping("/admin/style")
    String show() {
        return "home/style";
    }
}
