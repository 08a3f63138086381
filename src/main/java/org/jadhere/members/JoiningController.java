package org.jadhere.members;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes an organisation a member. People become members on their page, with their first fee. */
@Controller
@AllowedTo(Audience.CREWS)
class JoiningController {

    private final Joining joining;

    JoiningController(Joining joining) {
        this.joining = joining;
    }

    @PostMapping("/admin/organisations/{id}/membership")
    ModelAndView joinAsOrganisation(Actor actor, @PathVariable long id) {
        long member = joining.join(actor, new Holder(Holder.Kind.ORGANISATION, id));
        return Done.at("/admin/members/" + member, "done.joined", "next.amount");
    }
}
