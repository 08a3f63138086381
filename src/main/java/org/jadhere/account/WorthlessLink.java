package org.jadhere.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What whoever follows a link reads that was used, is too old, or was never one. */
public final class WorthlessLink {

    private WorthlessLink() {}

    public static ModelAndView page() {
        return new ModelAndView("account/worthless", Map.of(), HttpStatus.NOT_FOUND);
    }
}
