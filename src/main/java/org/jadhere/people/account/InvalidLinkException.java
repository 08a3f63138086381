package org.jadhere.people.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What whoever follows a link reads that was used, is too old, or was never one. */
public final class InvalidLinkException {

    private InvalidLinkException() {}

    public static ModelAndView page() {
        return new ModelAndView("people/account/invalid-link", Map.of(), HttpStatus.NOT_FOUND);
    }
}
