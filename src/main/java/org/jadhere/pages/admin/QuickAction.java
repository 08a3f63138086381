package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.fold;
import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.LayoutContext;

/** A common action, and the page for it. */
record QuickAction(String path, Audience audience, String messageKey) {

    private static final List<QuickAction> ALL = List.of(
            new QuickAction("/admin/payments/validation", Audience.VALIDATORS, "validation.payments"),
            new QuickAction("/admin/fees/validation", Audience.VALIDATORS, "validation.fees"),
            new QuickAction("/admin/services?member=no&state=open", Audience.CREWS, "find.act.assign-prepared"),
            new QuickAction("/admin/services/new", Audience.ADMINISTRATORS, "services.new"),
            new QuickAction("/admin/services/batch", Audience.ADMINISTRATORS, "services.batch"),
            new QuickAction("/admin/users/new", Audience.CREWS, "users.new"),
            new QuickAction("/admin/organisations/new", Audience.CREWS, "organisations.new"));

    /** The actions, then the pages of the menu, whose label contains each word of the query. */
    static List<SearchResult> search(Actor actor, String query) {
        var actions = ALL.stream()
                .filter(action -> action.audience().includes(actor))
                .map(action -> new SearchResult("act", t(action.messageKey()), action.path()));
        var pages = LayoutContext.menu().stream()
                .map(entry -> new SearchResult("page", t(entry.messageKey()), entry.path()));
        return Stream.concat(actions, pages)
                .filter(result -> Stream.of(fold(query).split("\\s+"))
                        .allMatch(word -> fold(result.label()).contains(word)))
                .toList();
    }
}
