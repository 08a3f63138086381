package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

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

/** The pages to request a link by e-mail: to choose a new password or, if allowed, to log in without one. */
@Controller
@AllowedTo(Audience.ANYONE)
class ForgottenPasswordController {

    private final LinkRequests requests;
    private final LinkMails mails;
    private final JobRunner jobs;
    private final Associations associations;

    ForgottenPasswordController(LinkRequests requests, LinkMails mails, JobRunner jobs, Associations associations) {
        this.requests = requests;
        this.mails = mails;
        this.jobs = jobs;
        this.associations = associations;
    }

    @GetMapping("/login/forgotten")
    ModelAndView showPassword(Form form) {
        return forgotten(form);
    }

    @PostMapping("/login/forgotten")
    ModelAndView requestPassword(Form form, HttpServletRequest request) {
        return request(LinkPurpose.PASSWORD, form, ClientAddress.of(request))
                ? Redirect.to("/login/forgotten", "done.link-asked")
                : forgotten(form);
    }

    @GetMapping("/login/link")
    ModelAndView showLogin(Form form) {
        requireLoginByLink();
        return form.page(pages().peopleAccountLink(form));
    }

    @PostMapping("/login/link")
    ModelAndView requestLogin(Form form, HttpServletRequest request) {
        requireLoginByLink();
        return request(LinkPurpose.LOGIN, form, ClientAddress.of(request))
                ? Redirect.to("/login/link", "done.link-asked")
                : form.page(pages().peopleAccountLink(form));
    }

    private ModelAndView forgotten(Form form) {
        return form.page(
                pages().peopleAccountForgotten(form, associations.current().loginByLink()));
    }

    private boolean request(LinkPurpose purpose, Form form, IpPrefix from) {
        String email = form.email("email");
        boolean accepted = form.accepts(() -> requests.add(purpose, email, from));
        if (accepted) {
            jobs.runSoon(mails);
        }
        return accepted;
    }

    private void requireLoginByLink() {
        if (!associations.current().loginByLink()) {
            throw new NotFoundException();
        }
    }
}
