package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.platform.web.PageView;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page for a link that was used, has expired or is unknown. */
public final class InvalidLinkPage {

    private InvalidLinkPage() {}

    public static ModelAndView page() {
        return PageView.of(pages().peopleAccountInvalidLink(), HttpStatus.NOT_FOUND);
    }
}
