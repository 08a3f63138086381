package org.jadhere.money.fees;

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
        return PageView.of(pages().moneyFeesFees(form, filter.order(), fees.page(actor, filter, Keyset.of(form))));
    }
}
