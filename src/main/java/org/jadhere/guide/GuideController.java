package org.jadhere.guide;

import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The guides, in the reader's language. They hold no secrets, and who cannot log in needs one of them most. */
@Controller
@AllowedTo(Audience.ANYONE)
class GuideController {

    @GetMapping("/guide")
    ModelAndView contents(Form form) {
        var guides = Guides.read();
        return new ModelAndView("guide/contents")
                .addObject("form", form)
                .addObject("guides", guides)
                .addObject("found", guides.about(form.value("q")));
    }

    @GetMapping("/guide/{reader}")
    ModelAndView guide(@PathVariable String reader) {
        var readership = Readership.of(reader).orElseThrow(Missing::new);
        return new ModelAndView("guide/guide")
                .addObject("reader", readership)
                .addObject("chapters", Guides.read().of(readership));
    }

    @GetMapping("/guide/{reader}/{chapter}")
    ModelAndView chapter(@PathVariable String reader, @PathVariable("chapter") String name) {
        var guides = Guides.read();
        var chapter = Readership.of(reader)
                .flatMap(readership -> guides.find(readership, name))
                .orElseThrow(Missing::new);
        return new ModelAndView("guide/chapter")
                .addObject("chapter", chapter)
                .addObject("before", guides.before(chapter))
                .addObject("after", guides.after(chapter))
                .addObject("chapters", guides.of(chapter.reader()));
    }
}
