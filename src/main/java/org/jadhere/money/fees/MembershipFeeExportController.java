package org.jadhere.money.fees;

import static org.jadhere.platform.web.Texts.t;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The list of fees as a file. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MembershipFeeExportController {

    private final MembershipFees fees;
    private final Downloads downloads;

    MembershipFeeExportController(MembershipFees fees, Downloads downloads) {
        this.fees = fees;
        this.downloads = downloads;
    }

    @GetMapping("/admin/fees/export")
    View fees(Actor actor, Form form) {
        var sheet = Sheet.<MembershipFee>titled(t("menu.fees"))
                .column(t("member.number.short"), fee -> fee.member().number())
                .column(t("member"), fee -> fee.member().name())
                .column(t("payment.amount"), MembershipFee::amount)
                .column(t("payment.method"), fee -> t("method." + fee.method().word()))
                .column(t("period.first-day"), fee -> fee.covers().start())
                .column(t("period.last-day"), fee -> fee.covers().lastDay())
                .column(t("fee.paid"), MembershipFee::paidOn)
                .column(t("payment.validated"), MembershipFee::validated)
                .column(t("payment.note"), MembershipFee::note);
        return downloads.of(form, sheet, consumer -> fees.each(actor, MembershipFeeFilter.of(form), consumer));
    }
}
