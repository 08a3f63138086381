package org.jadhere.office.monitoring;

import static org.jadhere.jte.Pages.pages;

import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jadhere.people.mail.RenderedMail;
import org.jadhere.platform.site.Deployment;
import org.jadhere.platform.site.Site;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Component;

/** Renders reports as mails in French: the administrators' languages are in the database, which may be unavailable. */
@Component
class IncidentText {

    private final Site site;
    private final Deployment deployment;

    IncidentText(Site site, Deployment deployment) {
        this.site = site;
        this.deployment = deployment;
    }

    RenderedMail render(AlertThrottle.Report report) {
        return Texts.in(Locale.FRENCH, () -> mail(report));
    }

    private RenderedMail mail(AlertThrottle.Report report) {
        var incident = report.latest();
        String subject = subject(report);
        String intro = report.repeated() ? Texts.t("trouble.mail.more", report.count()) : Texts.t("trouble.mail.once");
        var facts = facts(incident);
        return new RenderedMail(subject, text(intro, facts, incident), html(subject, intro, facts, incident));
    }

    private static String subject(AlertThrottle.Report report) {
        var incident = report.latest();
        String what = incident.isDatabaseAway() ? Texts.t("trouble.mail.database") : incident.exception();
        String where = incident.request().isEmpty() ? incident.message() : incident.request();
        String subject = report.repeated()
                ? Texts.t("trouble.mail.subject.more", what, where, report.count())
                : Texts.t("trouble.mail.subject", what, where);
        return subject.replaceAll("[\\h\\v\\p{Cntrl}]+", " ");
    }

    /** Returns what is known about the incident, in display order, without empty values. */
    private Map<String, String> facts(Incident incident) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.t("trouble.mail.reference"), incident.reference());
        facts.put(Texts.t("trouble.mail.at"), Texts.time(incident.at()));
        facts.put(Texts.t("trouble.mail.request"), incident.request());
        facts.put(Texts.t("trouble.mail.parameters"), String.join(", ", incident.parameters()));
        facts.put(Texts.t("trouble.mail.login"), incident.login());
        facts.put(Texts.t("trouble.mail.message"), incident.message());
        facts.put(Texts.t("trouble.mail.instance"), deployment.name() + ", " + site.url());
        facts.put(Texts.t("trouble.mail.version"), Deployment.version());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String text(String intro, Map<String, String> facts, Incident incident) {
        var text = new StringBuilder(intro).append("\n\n");
        facts.forEach((name, value) ->
                text.append(name).append("\u00a0: ").append(value).append('\n'));
        return text.append('\n')
                .append(Texts.t("trouble.mail.next"))
                .append("\n\n")
                .append(incident.trace())
                .toString();
    }

    private String html(String subject, String intro, Map<String, String> facts, Incident incident) {
        var html = new StringOutput();
        pages().officeMonitoringIncident(subject, intro, facts, incident.trace())
                .render(html);
        return html.toString();
    }
}
