package org.jadhere.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.jadhere.web.Texts;
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
    private final MailDesk desk;
    private final Scribe scribe;
    private final Outlet outlet;

    MailController(Mails mails, MailDesk desk, Scribe scribe, Outlet outlet) {
        this.mails = mails;
        this.desk = desk;
        this.scribe = scribe;
        this.outlet = outlet;
    }

    @GetMapping("/admin/mails")
    ModelAndView list(Form form) {
        return new ModelAndView("mail/mails")
                .addObject("form", form)
                .addObject("open", outlet.isOpen())
                .addObject("page", mails.page(MailFilter.of(form), Keyset.of(form)));
    }

    @PostMapping("/admin/mails/{id}/again")
    ModelAndView sendAgain(Actor actor, @PathVariable long id) {
        desk.sendAgain(actor, id);
        return Done.at("/admin/mails", "done.mail-again");
    }

    @PostMapping("/admin/mails/{id}/arrived")
    ModelAndView noteArrival(Actor actor, @PathVariable long id) {
        desk.noteArrival(actor, id);
        return Done.at("/admin/mails", "done.mail-arrived");
    }

    @GetMapping("/admin/mails/preview")
    ModelAndView preview(Actor actor) {
        var reader = reader(actor);
        List<Preview> letters = Arrays.stream(LetterKind.values())
                .map(kind -> new Preview(kind, scribe.write(kind.sample(reader))))
                .toList();
        return new ModelAndView("mail/preview", "letters", letters);
    }

    @GetMapping("/admin/mails/preview/{kind}")
    ResponseEntity<String> previewHtml(Actor actor, @PathVariable String kind) {
        var letter = Form.suggesting(Map.of("kind", kind)).choice("kind", LetterKind.class);
        return letter == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .header("Content-Security-Policy", LETTER_ONLY)
                        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                        .body(scribe.write(letter.sample(reader(actor))).html());
    }

    private static Addressee reader(Actor actor) {
        return new Addressee(
                actor.userId(), actor.name(), "moi@example.org", Texts.locale().getLanguage());
    }
}
