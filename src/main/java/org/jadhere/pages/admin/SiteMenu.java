package org.jadhere.pages.admin;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.Menu;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.stereotype.Component;

/** The entries of the menu in their order, each with its audience. */
@Component
class SiteMenu implements Menu {

    private static final List<Item> ITEMS = List.of(
            new Item("daily", "/admin/", Audience.ADMINISTRATION),
            new Item("daily", "/admin/requests", Audience.CREWS),
            new Item("daily", "/admin/payments/validation", Audience.VALIDATORS),
            new Item("people", "/admin/members", Audience.CREWS_AND_BANK),
            new Item("people", "/admin/users", Audience.CREWS),
            new Item("people", "/admin/organisations", Audience.CREWS),
            new Item("people", "/admin/closings", Audience.CREWS),
            new Item("services", "/admin/services", Audience.CREWS_AND_BANK),
            new Item("services", "/admin/addresses", Audience.CREWS),
            new Item("services", "/admin/service-types", Audience.CREWS),
            new Item("money", "/admin/payments", Audience.CREWS_AND_BANK),
            new Item("money", "/admin/fees", Audience.CREWS_AND_BANK),
            new Item("money", "/admin/reminders", Audience.CREWS),
            new Item("money", "/admin/statistics", Audience.CREWS_AND_BANK),
            new Item("network", "/admin/prefixes", Audience.ADMINISTRATORS),
            new Item("network", "/admin/who-had", Audience.TRACERS),
            new Item("network", "/admin/seen", Audience.ADMINISTRATORS),
            new Item("network", "/admin/reverse", Audience.ADMINISTRATORS),
            new Item("network", "/admin/zones", Audience.ADMINISTRATORS),
            new Item("network", "/admin/publishing", Audience.ADMINISTRATORS),
            new Item("association", "/admin/crews", Audience.ADMINISTRATORS),
            new Item("association", "/admin/consents", Audience.ADMINISTRATORS),
            new Item("association", "/admin/mails", Audience.CREWS),
            new Item("association", "/admin/association", Audience.ADMINISTRATORS),
            new Item("association", "/admin/history", Audience.CREWS_AND_BANK),
            new Item(LayoutContext.ACCOUNT_GROUP, "/me", Audience.USERS));

    private record Item(String group, String path, Audience audience) {

        LayoutContext.MenuEntry entry() {
            String word = path.equals("/admin/") ? "admin" : path.substring(path.lastIndexOf('/') + 1);
            return new LayoutContext.MenuEntry(path, "menu." + word, group);
        }
    }

    /** Empty for a user who has only the entry of their own account. */
    @Override
    public List<LayoutContext.MenuEntry> of(Actor actor) {
        return entries(actor).count() > 1 ? entries(actor).toList() : List.of();
    }

    private static Stream<LayoutContext.MenuEntry> entries(Actor actor) {
        return ITEMS.stream().filter(item -> item.audience().includes(actor)).map(Item::entry);
    }
}
