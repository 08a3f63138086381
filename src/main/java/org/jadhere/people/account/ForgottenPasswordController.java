package org.jadhere.people.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.jobs.JobRunner;
import org.jadhere.platform.site.ClientAddress;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where visitors ask for a link by e-mail: to choose a new password or, where it is allowed, to log in without one. */
@Controller
@AllowedTo(Audience.ANYONE)
class ForgottenPasswordController {

    private final LinkRequests requests;
    private final LinkMails letters;
    private final JobRunner jobs;
    private final Associations associations;

    ForgottenPasswordController(LinkRequests requests, LinkMails letters, JobRunner jobs, Associations associations) {
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
        return ask(LinkPurpose.PASSWORD, form, ClientAddress.of(request))
                ? Redirect.to("/login/forgotten", "done.link-asked")
                : forgotten(form);
    }

    @GetMapping("/login/link")
    ModelAndView offerLogin(Form form) {
        mustBeAllowed();
        return page("people/account/link", form);
    }

    @PostMapping("/login/link")
    ModelAndView askForLogin(Form form, HttpServletRequest request) {
        mustBeAllowed();
        return ask(LinkPurpose.LOGIN, form, ClientAddress.of(request))
                ? Redirect.to("/login/link", "done.link-asked")
                : page("people/account/link", form);
    }

    private ModelAndView forgotten(Form form) {
        return page("people/account/forgotten", form)
                .addObject("linkAllowed", associations.current().loginByLink());
    }

    private boolean ask(LinkPurpose purpose, Form form, IpPrefix from) {
        String email = form.email("email");
        boolean asked = form.accepts(() -> requests.ask(purpose, email, from));
        if (asked) {
            jobs.runSoon(letters);
        }
        return asked;
    }

    private void mustBeAllowed() {
        if (!associations.current().loginByLink()) {
            throw new NotFoundException();
        }
    }

    private static ModelAndView page(String view, Form form) {
        var page = new ModelAndView(view, "form", form);
        page.setStatus(form.status());
        return page;
    }
}
