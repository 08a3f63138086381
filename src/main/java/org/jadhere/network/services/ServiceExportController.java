package org.jadhere.network.services;

import static java.util.stream.Collectors.joining;
import static org.jadhere.platform.web.Texts.t;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Exports the list of services. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceExportController {

    private final Services services;
    private final Downloads downloads;

    ServiceExportController(Services services, Downloads downloads) {
        this.services = services;
        this.downloads = downloads;
    }

    @GetMapping("/admin/services/export")
    View export(Actor actor, Form form) {
        return downloads.of(form, sheet(actor), line -> services.each(actor, ServiceFilter.of(form), line));
    }

    /** As on the pages, only users who manage the service see its addresses and notes. */
    private static Sheet<Services.Line> sheet(Actor actor) {
        var sheet = Sheet.<Services.Line>titled(t("menu.services"))
                .column(t("service.label"), line -> line.service().label())
                .column(t("type"), line -> line.service().type().name())
                .column(
                        t("member.number.short"),
                        line -> Member.Ref.number(line.service().member()))
                .column(t("member"), line -> Member.Ref.name(line.service().member()))
                .column(t("period.first-day"), line -> line.service().period().start())
                .column(t("period.last-day"), line -> line.service().period().lastDay());
        return !actor.isCrew()
                ? sheet
                : sheet.column(t("menu.addresses"), ServiceExportController::addresses)
                        .column(t("service.notes"), line -> notes(actor, line.service()));
    }

    private static String addresses(Services.Line line) {
        return line.addresses().stream().map(Object::toString).collect(joining(" "));
    }

    private static String notes(Actor actor, Service service) {
        return actor.manages(service.type().id()) ? service.notes() : "";
    }
}
