package org.jadhere.home;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.access.Audience;
import org.jadhere.access.UserLookup;
import org.jadhere.addresses.IpAllocations;
import org.jadhere.members.MemberLookup;
import org.jadhere.members.Organisations;
import org.jadhere.services.Services;
import org.jadhere.web.Shell;
import org.jadhere.web.Texts;
import org.springframework.stereotype.Component;

/** Anything that the actor may see, from a few letters: pages, people, members, organisations, services, addresses. */
@Component
class Find {

    private final UserLookup users;
    private final MemberLookup members;
    private final Organisations organisations;
    private final Services services;
    private final IpAllocations allocations;

    Find(
            UserLookup users,
            MemberLookup members,
            Organisations organisations,
            Services services,
            IpAllocations allocations) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
        this.services = services;
        this.allocations = allocations;
    }

    List<Hit> hits(Actor actor, String typed) {
        List<Hit> hits = new ArrayList<>(pages(typed));
        if (typed.length() < 2 && !typed.matches("\\d")) {
            return hits;
        }
        if (Audience.CREWS_AND_BANK.welcomes(actor)) {
            members.choices(actor, typed)
                    .forEach(member -> hits.add(new Hit("member", member.label(), "/admin/members/" + member.id())));
            services.choices(actor, typed)
                    .forEach(service -> hits.add(new Hit(
                            "service",
                            service.label() + ", " + service.type().name(),
                            "/admin/services/" + service.id())));
        }
        if (Audience.CREWS.welcomes(actor)) {
            users.choices(actor, typed)
                    .forEach(user -> hits.add(new Hit("user", user.label(), "/admin/users/" + user.id())));
            organisations
                    .choices(actor, typed)
                    .forEach(found ->
                            hits.add(new Hit("organisation", found.name(), "/admin/organisations/" + found.id())));
            allocations
                    .holding(actor, typed)
                    .forEach(held -> hits.add(new Hit(
                            "address",
                            held.address() + ", " + held.service().label(),
                            "/admin/services/" + held.service().id())));
        }
        return hits;
    }

    private static List<Hit> pages(String typed) {
        String wanted = Texts.plain(typed);
        return Shell.menu().stream()
                .filter(entry -> Texts.plain(Texts.t(entry.messageKey())).contains(wanted))
                .map(entry -> new Hit("page", Texts.t(entry.messageKey()), entry.path()))
                .toList();
    }
}
