package org.jadhere.members;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of members. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberController {

    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @GetMapping("/admin/members")
    ModelAndView list(Actor actor, Form form) {
        var filter = MemberFilter.of(form);
        return new ModelAndView(
                "members/members",
                Map.of("form", form, "order", filter.order(), "page", members.page(actor, filter, Keyset.of(form))));
    }
}
