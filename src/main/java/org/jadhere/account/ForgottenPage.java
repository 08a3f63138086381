package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.association.Associations;
import org.jadhere.db.IpPrefix;
import org.jadhere.jobs.Jobs;
import org.jadhere.web.Caller;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where visitors ask for a link by e-mail: to choose a new password or, where it is allowed, to log in without one. */
@Controller
@AllowedTo(Audience.ANYONE)
class ForgottenPage {

    private final LinkRequests requests;
    private final LinkLetters letters;
    private final Jobs jobs;
    private final Associations associations;

    ForgottenPage(LinkRequests requests, LinkLetters letters, Jobs jobs, Associations associations) {
        this.requests = requests;
        this.letters = letters;
        this.jobs = jobs;
        this.associations = associations;
    }

    @GetMapping("/login/forgotten")
    ModelAndView offerPassword(Form form) {
        return forgotten(form);
    }

    @PostMapping("/login/forgotten")
    ModelAndView askForPassword(Form form, HttpServletRequest request) {
        return ask(LinkPurpose.PASSWORD, form, Caller.of(request))
                ? Done.at("/login/forgotten", "done.link-asked")
                : forgotten(form);
    }

    @GetMapping("/login/link")
    ModelAndView offerLogin(Form form) {
        mustBeAllowed();
        return page("account/link", form);
    }

    @PostMapping("/login/link")
    ModelAndView askForLogin(Form form, HttpServletRequest request) {
        mustBeAllowed();
        return ask(LinkPurpose.LOGIN, form, Caller.of(request))
                ? Done.at("/login/link", "done.link-asked")
                : page("account/link", form);
    }

    private ModelAndView forgotten(Form form) {
        return page("account/forgotten", form)
                .addObject("linkAllowed", associations.current().loginByLink());
    }

    private boolean ask(LinkPurpose purpose, Form form, IpPrefix from) {
        String email = form.email("email");
        boolean asked = form.accepts(() -> requests.ask(purpose, email, from));
        if (asked) {
            jobs.soon(letters);
        }
        return asked;
    }

    private void mustBeAllowed() {
        if (!associations.current().loginByLink()) {
            throw new Missing();
        }
    }

    private static ModelAndView page(String view, Form form) {
        var page = new ModelAndView(view, "form", form);
        page.setStatus(form.status());
        return page;
    }
}
