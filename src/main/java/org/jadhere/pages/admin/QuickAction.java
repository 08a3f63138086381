package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.fold;
import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.LayoutContext;

/** Something that people come to do, and the page where it is done. */
record QuickAction(String path, Audience audience, String messageKey) {

    private static final List<QuickAction> ALL = List.of(
            new QuickAction("/admin/payments/validation", Audience.VALIDATORS, "validation.payments"),
            new QuickAction("/admin/fees/validation", Audience.VALIDATORS, "validation.fees"),
            new QuickAction("/admin/services?member=no&state=open", Audience.CREWS, "find.act.assign-prepared"),
            new QuickAction("/admin/services/new", Audience.ADMINISTRATORS, "services.new"),
            new QuickAction("/admin/services/batch", Audience.ADMINISTRATORS, "services.batch"),
            new QuickAction("/admin/users/new", Audience.CREWS, "users.new"),
            new QuickAction("/admin/organisations/new", Audience.CREWS, "organisations.new"));

    /** Errands, then pages of the menu, that every word typed leads to. */
    static List<SearchResult> found(Actor actor, String typed) {
        var errands = ALL.stream()
                .filter(errand -> errand.audience().includes(actor))
                .map(errand -> new SearchResult("act", t(errand.messageKey()), errand.path()));
        var pages = LayoutContext.menu().stream()
                .map(entry -> new SearchResult("page", t(entry.messageKey()), entry.path()));
        return Stream.concat(errands, pages)
                .filter(hit -> Stream.of(fold(typed).split("\\s+"))
                        .allMatch(word -> fold(hit.label()).contains(word)))
                .toList();
    }
}
