package org.jadhere.members;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes a person or an organisation a member. */
@Controller
@AllowedTo(Audience.CREWS)
class JoiningController {

    private final Joining joining;

    JoiningController(Joining joining) {
        this.joining = joining;
    }

    @PostMapping("/admin/users/{id}/membership")
    ModelAndView joinAsPerson(Actor actor, @PathVariable long id) {
        return welcome(joining.join(actor, new Holder(Holder.Kind.PERSON, id)));
    }

    @PostMapping("/admin/organisations/{id}/membership")
    ModelAndView joinAsOrganisation(Actor actor, @PathVariable long id) {
        return welcome(joining.join(actor, new Holder(Holder.Kind.ORGANISATION, id)));
    }

    private static ModelAndView welcome(long member) {
        return Done.at("/admin/members/" + member, "done.joined");
    }
}
