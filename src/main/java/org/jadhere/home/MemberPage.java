package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.members.Members;
import org.jadhere.members.MembershipFees;
import org.jadhere.services.Services;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A member as crews and the bank see them: fees, and the services within reach. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberPage {

    private final Members members;
    private final MembershipFees fees;
    private final Services services;

    MemberPage(Members members, MembershipFees fees, Services services) {
        this.members = members;
        this.fees = fees;
        this.services = services;
    }

    @GetMapping("/admin/members/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var member = members.find(actor, id).orElseThrow(Missing::new);
        return new ModelAndView("members/member")
                .addObject("member", member)
                .addObject("holderLinked", Audience.CREWS.welcomes(actor))
                .addObject("fees", fees.of(actor, member))
                .addObject("services", services.of(actor, member));
    }
}
