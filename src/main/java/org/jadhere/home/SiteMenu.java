package org.jadhere.home;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.access.Actor;
import org.jadhere.access.Audience;
import org.jadhere.access.Menu;
import org.jadhere.web.Shell;
import org.springframework.stereotype.Component;

/** The pages in the order of the menu, each for its audience. */
@Component
class SiteMenu implements Menu {

    private static final List<Item> ITEMS = List.of(
            new Item("/me", Audience.USERS),
            new Item("/admin/", Audience.ADMINISTRATION),
            new Item("/admin/members", Audience.CREWS_AND_BANK),
            new Item("/admin/users", Audience.CREWS),
            new Item("/admin/organisations", Audience.CREWS),
            new Item("/admin/requests", Audience.CREWS),
            new Item("/admin/closings", Audience.CREWS),
            new Item("/admin/services", Audience.CREWS_AND_BANK),
            new Item("/admin/payments", Audience.CREWS_AND_BANK),
            new Item("/admin/fees", Audience.CREWS_AND_BANK),
            new Item("/admin/reminders", Audience.CREWS),
            new Item("/admin/payments/validation", Audience.VALIDATORS),
            new Item("/admin/statistics", Audience.CREWS_AND_BANK),
            new Item("/admin/addresses", Audience.CREWS),
            new Item("/admin/prefixes", Audience.ADMINISTRATORS),
            new Item("/admin/reverse", Audience.ADMINISTRATORS),
            new Item("/admin/zones", Audience.ADMINISTRATORS),
            new Item("/admin/who-had", Audience.TRACERS),
            new Item("/admin/seen", Audience.ADMINISTRATORS),
            new Item("/admin/service-types", Audience.CREWS),
            new Item("/admin/crews", Audience.ADMINISTRATORS),
            new Item("/admin/consents", Audience.ADMINISTRATORS),
            new Item("/admin/mails", Audience.CREWS),
            new Item("/admin/association", Audience.ADMINISTRATORS),
            new Item("/admin/publishing", Audience.ADMINISTRATORS),
            new Item("/admin/history", Audience.CREWS_AND_BANK));

    private record Item(String path, Audience audience) {

        Shell.Entry entry() {
            String word = path.equals("/admin/") ? "admin" : path.substring(path.lastIndexOf('/') + 1);
            return new Shell.Entry(path, "menu." + word);
        }
    }

    /** Who sees nothing but their own account needs no menu. */
    @Override
    public List<Shell.Entry> of(Actor actor) {
        return entries(actor).count() > 1 ? entries(actor).toList() : List.of();
    }

    private static Stream<Shell.Entry> entries(Actor actor) {
        return ITEMS.stream().filter(item -> item.audience().welcomes(actor)).map(Item::entry);
    }
}
