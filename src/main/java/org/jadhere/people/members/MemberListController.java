package org.jadhere.people.members;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of members. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberListController {

    private final Members members;

    MemberListController(Members members) {
        this.members = members;
    }

    @GetMapping("/admin/members")
    ModelAndView list(Actor actor, Form form) {
        var filter = MemberFilter.of(form);
        return PageView.of(
                pages().peopleMembersMembers(form, filter.order(), members.page(actor, filter, Keyset.of(form))));
    }
}
