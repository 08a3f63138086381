package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page to confirm a new e-mail address, by the link sent to it; a login is not required. */
@Controller
@AllowedTo(Audience.ANYONE)
class EmailLinkController {

    private final Links links;
    private final OwnEmails emails;

    EmailLinkController(Links links, OwnEmails emails) {
        this.links = links;
        this.emails = emails;
    }

    @GetMapping("/email/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return links.find(LinkPurpose.EMAIL, secret)
                .map(link -> PageView.of(pages().peopleAccountEmailConfirm(secret, link.email())))
                .orElseGet(InvalidLinkPage::page);
    }

    @PostMapping("/email/{secret}")
    ModelAndView confirm(@PathVariable String secret) {
        return links.find(LinkPurpose.EMAIL, secret)
                .flatMap(link ->
                        new Author(link.userId(), link.email(), Author.Door.WEB).act(() -> emails.confirm(secret)))
                .map(link -> Redirect.to("/me", "done.email-confirmed"))
                .orElseGet(InvalidLinkPage::page);
    }
}
