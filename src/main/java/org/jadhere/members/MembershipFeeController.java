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

/** The list of fees. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MembershipFeeController {

    private final MembershipFees fees;

    MembershipFeeController(MembershipFees fees) {
        this.fees = fees;
    }

    @GetMapping("/admin/fees")
    ModelAndView list(Actor actor, Form form) {
        var filter = MembershipFeeFilter.of(form);
        return new ModelAndView(
                "members/fees",
                Map.of("form", form, "order", filter.order(), "page", fees.page(actor, filter, Keyset.of(form))));
    }
}
