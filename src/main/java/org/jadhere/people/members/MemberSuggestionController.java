package org.jadhere.people.members;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The suggestions of a field for a member. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberSuggestionController {

    private final MemberLookup members;

    MemberSuggestionController(MemberLookup members) {
        this.members = members;
    }

    @GetMapping("/admin/members/choices")
    ModelAndView suggest(Actor actor, Form form) {
        String typed = form.text("member");
        var labels = typed == null
                ? List.<String>of()
                : members.choices(actor, typed).stream().map(Member.Ref::label).toList();
        return PageView.of(pages().uiSuggestions(labels));
    }
}
