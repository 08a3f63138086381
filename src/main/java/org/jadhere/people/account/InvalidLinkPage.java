package org.jadhere.people.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page for a link that was used, has expired or is unknown. */
public final class InvalidLinkPage {

    private InvalidLinkPage() {}

    public static ModelAndView page() {
        return new ModelAndView("people/account/invalid-link", Map.of(), HttpStatus.NOT_FOUND);
    }
}
