package org.jadhere.people.members;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes an organisation a member. Users become members on their own page, with a first fee. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationJoiningController {

    private final MemberBook members;

    OrganisationJoiningController(MemberBook members) {
        this.members = members;
    }

    @PostMapping("/admin/organisations/{id}/membership")
    ModelAndView joinAsOrganisation(Actor actor, @PathVariable long id) {
        long member = members.join(actor, new MemberHolder(MemberHolder.Kind.ORGANISATION, id));
        return Redirect.to("/admin/members/" + member, "done.joined", "next.amount");
    }
}
