package org.jadhere.network.dns;

import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.web.servlet.ModelAndView;

/** What administrators and owners see of a name is the same, each beside a list of theirs. */
final class ReverseNamePages {

    private ReverseNamePages() {}

    static ModelAndView one(ReverseName name, String list, Form form) {
        var page = new ModelAndView("network/dns/reverse-name", "form", form)
                .addObject("name", name)
                .addObject("list", list);
        page.setStatus(form.status());
        return page;
    }

    /** @param delegated then others answer for the address, and the name is kept but not written */
    static ModelAndView declared(String list, boolean delegated) {
        return Redirect.to(list, delegated ? "done.reverse-declared-delegated" : "done.reverse-declared");
    }
}
