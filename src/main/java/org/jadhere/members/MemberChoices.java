package org.jadhere.members;

import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a field for a member suggests while somebody types. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberChoices {

    private final MemberLookup members;

    MemberChoices(MemberLookup members) {
        this.members = members;
    }

    @GetMapping("/admin/members/choices")
    ModelAndView suggest(Actor actor, Form form) {
        String typed = form.text("member");
        var labels = typed == null
                ? List.<String>of()
                : members.choices(actor, typed).stream().map(Member.Ref::label).toList();
        return new ModelAndView("ui/suggestions", "labels", labels);
    }
}
