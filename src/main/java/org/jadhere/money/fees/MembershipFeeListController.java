package org.jadhere.money.fees;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of fees. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MembershipFeeListController {

    private final MembershipFees fees;

    MembershipFeeListController(MembershipFees fees) {
        this.fees = fees;
    }

    @GetMapping("/admin/fees")
    ModelAndView list(Actor actor, Form form) {
        var filter = MembershipFeeFilter.of(form);
        return new ModelAndView(
                "money/fees/fees",
                Map.of("form", form, "order", filter.order(), "page", fees.page(actor, filter, Keyset.of(form))));
    }
}
