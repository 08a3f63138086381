package org.jadhere.people.mail;

import static org.jadhere.jte.Pages.pages;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jadhere.people.association.Association;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.site.Site;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Component;

/** Renders notifications as plain text and HTML, in the language of the recipient. */
@Component
class MailRenderer {

    private final Associations associations;
    private final Site site;

    MailRenderer(Associations associations, Site site) {
        this.associations = associations;
        this.site = site;
    }

    RenderedMail render(Notification notification) {
        return Texts.in(Locale.forLanguageTag(notification.to().language()), () -> localized(notification));
    }

    private RenderedMail localized(Notification notification) {
        var association = associations.current();
        var kind = notification.kind();
        Object[] arguments = Stream.concat(
                        Stream.of(association.name(), notification.to().name()), notification.arguments().stream())
                .toArray();
        String subject = Texts.t(kind.messageKey("subject"), arguments).replaceAll("[\\h\\v\\p{Cntrl}]+", " ");
        var body = paragraphs(Texts.t(kind.messageKey("body"), arguments));
        String address = notification.path().isEmpty() ? "" : site.address(notification.path());
        String act = address.isEmpty() ? "" : Texts.t(kind.messageKey("act"), arguments);
        return new RenderedMail(
                subject, text(body, act, address, association), html(subject, body, act, address, association));
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\n{2,}"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String text(List<String> body, String act, String address, Association association) {
        List<String> parts = new ArrayList<>(body);
        if (!address.isEmpty()) {
            parts.add(Texts.t("mail.link", act) + "\n" + address);
        }
        parts.add("-- \n" + signature(association));
        return String.join("\n\n", parts) + "\n";
    }

    private static String signature(Association association) {
        return String.join(
                "\n",
                Stream.of(association.name(), association.website(), association.email())
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private String html(String subject, List<String> body, String act, String address, Association association) {
        var html = new StringOutput();
        pages().peopleMailNotification(subject, body, act, address, association).render(html);
        return html.toString();
    }
}
