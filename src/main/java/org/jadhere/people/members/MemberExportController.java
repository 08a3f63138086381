package org.jadhere.people.members;

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

/** The lists of members and organisations as files. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberExportController {

    private final Members members;
    private final Organisations organisations;
    private final Downloads downloads;

    MemberExportController(Members members, Organisations organisations, Downloads downloads) {
        this.members = members;
        this.organisations = organisations;
        this.downloads = downloads;
    }

    @GetMapping("/admin/members/export")
    View members(Actor actor, Form form) {
        var sheet = Sheet.<Members.Line>titled(t("menu.members"))
                .column(t("member.number.short"), line -> line.member().number())
                .column(t("user.name"), line -> line.member().name())
                .column(
                        t("member.kind"),
                        line -> t(line.member().isOrganisation() ? "member.kind.organisation" : "member.kind.person"))
                .column(t("member.joined"), line -> line.member().membership().start())
                .column(t("member.last-day"), line -> line.member().membership().lastDay())
                .column(t("member.covered"), Members.Line::lastDayCovered);
        return downloads.of(form, sheet, line -> members.each(actor, MemberFilter.of(form), line));
    }

    @GetMapping("/admin/organisations/export")
    @AllowedTo(Audience.CREWS)
    View organisations(Actor actor, Form form) {
        var sheet = Sheet.<Organisations.Line>titled(t("menu.organisations"))
                .column(t("user.name"), line -> line.organisation().name())
                .column(t("user.email"), line -> line.organisation().email())
                .column(t("user.phone"), line -> line.organisation().phone())
                .column(t("user.address"), line -> line.organisation().address())
                .column(
                        t("organisation.description"),
                        line -> line.organisation().description())
                .column(t("member.number.short"), Organisations.Line::memberNumber);
        var order = Organisations.Order.of(form);
        return downloads.of(form, sheet, line -> organisations.each(actor, form.text("q"), order, line));
    }
}
