package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of links in mails. GET changes nothing, since programs follow links in mails; POST does. An account's second
 * factor is required afterwards, as at any login.
 */
@Controller
@AllowedTo(Audience.ANYONE)
class LinkController {

    private final LinkLogin links;
    private final LoginSessions sessions;

    LinkController(LinkLogin links, LoginSessions sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @GetMapping("/login/password/{secret}")
    ModelAndView showPassword(@PathVariable String secret, Form form) {
        return links.owner(LinkPurpose.PASSWORD, secret)
                .map(owner -> passwordPage(secret, owner, form))
                .orElseGet(InvalidLinkPage::page);
    }

    @PostMapping("/login/password/{secret}")
    ModelAndView choosePassword(
            @PathVariable String secret, Form form, HttpServletRequest request, HttpServletResponse response) {
        String password = form.password("password");
        if (!password.equals(form.value("again"))) {
            form.reject("again", "error.password-again");
        }
        Optional<Optional<Recipient>> done = form.result(() -> links.choosePassword(secret, password));
        return done.map(owner -> logIn(owner, "done.password-chosen", request, response))
                .orElseGet(() -> showPassword(secret, form));
    }

    @GetMapping("/login/link/{secret}")
    ModelAndView showLogin(@PathVariable String secret) {
        return links.owner(LinkPurpose.LOGIN, secret)
                .map(owner -> PageView.of(pages().peopleAccountLinkLogin(secret, owner.name())))
                .orElseGet(InvalidLinkPage::page);
    }

    @PostMapping("/login/link/{secret}")
    ModelAndView login(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return logIn(links.use(LinkPurpose.LOGIN, secret), "done.logged-in", request, response);
    }

    private ModelAndView logIn(
            Optional<Recipient> owner, String done, HttpServletRequest request, HttpServletResponse response) {
        owner.ifPresent(found -> sessions.logIn(found.username(), AuthFactor.LINK, request, response));
        return owner.isPresent() ? Redirect.to("/me", done) : InvalidLinkPage.page();
    }

    private static ModelAndView passwordPage(String secret, Recipient owner, Form form) {
        return form.page(pages().peopleAccountNewPassword(secret, owner.username(), form));
    }
}
