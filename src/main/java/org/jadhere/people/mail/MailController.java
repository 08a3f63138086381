package org.jadhere.people.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.jte.Pages.pages;

import java.util.Arrays;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of mails with the acts on stuck ones, and a preview of each kind of notification. */
@Controller
@AllowedTo(Audience.CREWS)
class MailController {

    /** A mail has inline styles; the preview in a page of its own allows these and nothing else. */
    private static final String MAIL_PREVIEW_CSP =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Mails mails;
    private final StuckMails stuckMails;
    private final MailRenderer renderer;
    private final MailTransport transport;

    MailController(Mails mails, StuckMails stuckMails, MailRenderer renderer, MailTransport transport) {
        this.mails = mails;
        this.stuckMails = stuckMails;
        this.renderer = renderer;
        this.transport = transport;
    }

    @GetMapping("/admin/mails")
    ModelAndView list(Form form) {
        return PageView.of(
                pages().peopleMailMails(form, transport.isOpen(), mails.page(MailFilter.of(form), Keyset.of(form))));
    }

    @PostMapping({"/admin/mails/{id}/retry", "/admin/mails/{id}/again"})
    ModelAndView sendAgain(Actor actor, @PathVariable long id) {
        stuckMails.sendAgain(actor, id);
        return Redirect.to("/admin/mails", "done.mail-again");
    }

    @PostMapping({"/admin/mails/{id}/delivery", "/admin/mails/{id}/arrived"})
    ModelAndView markDelivered(Actor actor, @PathVariable long id) {
        stuckMails.markDelivered(actor, id);
        return Redirect.to("/admin/mails", "done.mail-arrived");
    }

    @GetMapping("/admin/mails/preview")
    ModelAndView preview(Actor actor) {
        var reader = reader(actor);
        List<NotificationPreview> previews = Arrays.stream(NotificationKind.values())
                .map(kind -> new NotificationPreview(kind, renderer.render(kind.sample(reader))))
                .toList();
        return PageView.of(pages().peopleMailPreview(previews));
    }

    @GetMapping("/admin/mails/preview/{kind}")
    ResponseEntity<String> previewHtml(Actor actor, @PathVariable String kind) {
        return Word.of(NotificationKind.class, kind)
                .map(known -> ResponseEntity.ok()
                        .header("Content-Security-Policy", MAIL_PREVIEW_CSP)
                        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                        .body(renderer.render(known.sample(reader(actor))).html()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static MailRecipient reader(Actor actor) {
        return new MailRecipient(
                actor.userId(), actor.name(), "moi@example.org", Texts.locale().getLanguage());
    }
}
