package org.jadhere.pages.guide;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The guides in the language of the user. Visitors may read them, since some explain the login. */
@Controller
@AllowedTo(Audience.ANYONE)
class GuideController {

    @GetMapping("/guide")
    ModelAndView contents(Form form) {
        var guides = Guides.current();
        return PageView.of(pages().pagesGuideContents(form, guides, guides.search(form.value("q"))));
    }

    @GetMapping("/guide/{reader}")
    ModelAndView guide(@PathVariable String reader) {
        var readership = Word.of(Readership.class, reader).orElseThrow(NotFoundException::new);
        return PageView.of(pages().pagesGuideGuide(readership, Guides.current().of(readership)));
    }

    @GetMapping("/guide/{reader}/{chapter}")
    ModelAndView chapter(@PathVariable String reader, @PathVariable("chapter") String name) {
        var guides = Guides.current();
        var chapter = Word.of(Readership.class, reader)
                .flatMap(readership -> guides.find(readership, name))
                .orElseThrow(NotFoundException::new);
        return PageView.of(pages().pagesGuideChapter(
                        chapter, guides.before(chapter), guides.after(chapter), guides.of(chapter.reader())));
    }
}
