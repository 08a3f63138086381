package org.jadhere.home;

import static org.jadhere.web.Texts.plain;
import static org.jadhere.web.Texts.t;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.access.Actor;
import org.jadhere.access.Audience;
import org.jadhere.web.Shell;

/** Something that people come to do, and the page where it is done. */
record Errand(String path, Audience audience, String messageKey) {

    private static final List<Errand> ALL = List.of(
            new Errand("/admin/payments/validation", Audience.VALIDATORS, "validation.payments"),
            new Errand("/admin/fees/validation", Audience.VALIDATORS, "validation.fees"),
            new Errand("/admin/services?member=no&state=open", Audience.CREWS, "find.act.assign-prepared"),
            new Errand("/admin/services/new", Audience.ADMINISTRATORS, "services.new"),
            new Errand("/admin/services/batch", Audience.ADMINISTRATORS, "services.batch"),
            new Errand("/admin/users/new", Audience.CREWS, "users.new"),
            new Errand("/admin/organisations/new", Audience.CREWS, "organisations.new"));

    /** Errands, then pages of the menu, that every word typed leads to. */
    static List<Hit> found(Actor actor, String typed) {
        var errands = ALL.stream()
                .filter(errand -> errand.audience().welcomes(actor))
                .map(errand -> new Hit("act", t(errand.messageKey()), errand.path()));
        var pages = Shell.menu().stream().map(entry -> new Hit("page", t(entry.messageKey()), entry.path()));
        return Stream.concat(errands, pages)
                .filter(hit -> Stream.of(plain(typed).split("\\s+"))
                        .allMatch(word -> plain(hit.label()).contains(word)))
                .toList();
    }
}
