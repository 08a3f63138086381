package org.jadhere.people.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The letters that went out, wait or failed; and what each kind says, before anybody gets it. */
@Controller
@AllowedTo(Audience.CREWS)
class MailController {

    /** A letter brings its own styles; alone in a window of its own, with nothing else allowed. */
    private static final String LETTER_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Mails mails;
    private final StuckMails desk;
    private final MailRenderer scribe;
    private final MailTransport outlet;

    MailController(Mails mails, StuckMails desk, MailRenderer scribe, MailTransport outlet) {
        this.mails = mails;
        this.desk = desk;
        this.scribe = scribe;
        this.outlet = outlet;
    }

    @GetMapping("/admin/mails")
    ModelAndView list(Form form) {
        return new ModelAndView("people/mail/mails")
                .addObject("form", form)
                .addObject("open", outlet.isOpen())
                .addObject("page", mails.page(MailFilter.of(form), Keyset.of(form)));
    }

    @PostMapping({"/admin/mails/{id}/retry", "/admin/mails/{id}/again"})
    ModelAndView sendAgain(Actor actor, @PathVariable long id) {
        desk.sendAgain(actor, id);
        return Redirect.at("/admin/mails", "done.mail-again");
    }

    @PostMapping({"/admin/mails/{id}/delivery", "/admin/mails/{id}/arrived"})
    ModelAndView noteArrival(Actor actor, @PathVariable long id) {
        desk.noteArrival(actor, id);
        return Redirect.at("/admin/mails", "done.mail-arrived");
    }

    @GetMapping("/admin/mails/preview")
    ModelAndView preview(Actor actor) {
        var reader = reader(actor);
        List<NotificationPreview> letters = Arrays.stream(NotificationKind.values())
                .map(kind -> new NotificationPreview(kind, scribe.write(kind.sample(reader))))
                .toList();
        return new ModelAndView("people/mail/preview", "letters", letters);
    }

    @GetMapping("/admin/mails/preview/{kind}")
    ResponseEntity<String> previewHtml(Actor actor, @PathVariable String kind) {
        var letter = Form.suggesting(Map.of("kind", kind)).choice("kind", NotificationKind.class);
        return letter == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .header("Content-Security-Policy", LETTER_ONLY)
                        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                        .body(scribe.write(letter.sample(reader(actor))).html());
    }

    private static MailRecipient reader(Actor actor) {
        return new MailRecipient(
                actor.userId(), actor.name(), "moi@example.org", Texts.locale().getLanguage());
    }
}
