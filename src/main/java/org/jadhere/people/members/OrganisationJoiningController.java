package org.jadhere.people.members;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes an organisation a member. People become members on their page, with their first fee. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationJoiningController {

    private final MemberBook joining;

    OrganisationJoiningController(MemberBook joining) {
        this.joining = joining;
    }

    @PostMapping("/admin/organisations/{id}/membership")
    ModelAndView joinAsOrganisation(Actor actor, @PathVariable long id) {
        long member = joining.join(actor, new MemberHolder(MemberHolder.Kind.ORGANISATION, id));
        return Redirect.to("/admin/members/" + member, "done.joined", "next.amount");
    }
}
