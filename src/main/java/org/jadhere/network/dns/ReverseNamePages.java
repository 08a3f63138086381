package org.jadhere.network.dns;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.web.servlet.ModelAndView;

/** The page of a reverse name, shared by administrators and owners, who return to different lists. */
final class ReverseNamePages {

    private ReverseNamePages() {}

    static ModelAndView page(ReverseName name, String list, Form form) {
        return form.page(pages().networkDnsReverseName(name, list, form));
    }

    /** @param delegated whether the message says that the name is stored but in no zone of ours */
    static ModelAndView declared(String list, boolean delegated) {
        return Redirect.to(list, delegated ? "done.reverse-declared-delegated" : "done.reverse-declared");
    }
}
