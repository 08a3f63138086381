package org.jadhere.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.web.Texts.t;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.access.Audience;
import org.jadhere.access.UserLookup;
import org.jadhere.addresses.IpAllocation;
import org.jadhere.addresses.IpAllocations;
import org.jadhere.db.IpPrefix;
import org.jadhere.members.Member;
import org.jadhere.members.MemberLookup;
import org.jadhere.members.MembershipFeeRights;
import org.jadhere.members.Organisations;
import org.jadhere.payments.PaymentRights;
import org.jadhere.services.Service;
import org.jadhere.services.ServiceLookup;
import org.jadhere.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Anything that the actor may see, from a few letters: pages, people, members, organisations, services, addresses;
 * and with what is found, what is mostly done.
 */
@Component
class Find {

    private final UserLookup users;
    private final MemberLookup members;
    private final Organisations organisations;
    private final ServiceLookup services;
    private final IpAllocations allocations;

    Find(
            UserLookup users,
            MemberLookup members,
            Organisations organisations,
            ServiceLookup services,
            IpAllocations allocations) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
        this.services = services;
        this.allocations = allocations;
    }

    List<Hit> hits(Actor actor, String typed) {
        List<Hit> hits = new ArrayList<>(Errand.found(actor, typed));
        if (typed.length() < 2 && !typed.matches("\\d")) {
            return hits;
        }
        if (Audience.CREWS_AND_BANK.welcomes(actor)) {
            members.choices(actor, typed).forEach(member -> hits.add(hit(actor, member)));
            services.choices(actor, typed).forEach(service -> hits.add(hit(actor, service)));
        }
        if (Audience.CREWS.welcomes(actor)) {
            users.choices(actor, typed)
                    .forEach(user -> hits.add(new Hit("user", user.label(), "/admin/users/" + user.id())));
            organisations
                    .choices(actor, typed)
                    .forEach(found ->
                            hits.add(new Hit("organisation", found.name(), "/admin/organisations/" + found.id())));
            allocations.holding(actor, typed).forEach(held -> hits.add(hit(held)));
        }
        if (Audience.TRACERS.welcomes(actor) && isAddress(typed)) {
            String question = UriUtils.encodeQueryParam(typed.strip(), UTF_8);
            hits.add(new Hit("act", t("find.act.who-had", typed.strip()), "/admin/who-had?address=" + question));
        }
        return hits;
    }

    private static Hit hit(Actor actor, Member.Ref member) {
        String page = "/admin/members/" + member.id();
        List<Option> acts =
                MembershipFeeRights.mayAdd(actor) ? List.of(new Option(page + "#amount", t("fee.add"))) : List.of();
        return new Hit("member", member.label(), page, acts);
    }

    private static Hit hit(Actor actor, Service.Ref service) {
        String page = "/admin/services/" + service.id();
        List<Option> acts = new ArrayList<>();
        if (PaymentRights.mayAdd(actor, service.type())) {
            acts.add(new Option(page + "#amount", t("payment.add")));
        }
        if (actor.manages(service.type().id())) {
            acts.add(new Option(page + "#member", t("find.act.assign")));
        }
        String name = service.label().isEmpty() ? "#" + service.id() : service.label();
        return new Hit("service", name + ", " + service.type().name(), page, acts);
    }

    private static Hit hit(IpAllocation held) {
        return new Hit(
                "address",
                held.address() + ", " + held.service().label(),
                "/admin/services/" + held.service().id());
    }

    private static boolean isAddress(String typed) {
        try {
            IpPrefix.parse(typed.strip());
            return true;
        } catch (IllegalArgumentException somethingElse) {
            return false;
        }
    }
}
