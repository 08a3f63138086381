package org.jadhere.pages.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.platform.web.Texts.t;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.money.fees.MembershipFeeRights;
import org.jadhere.money.payments.PaymentRights;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceLookup;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberLookup;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.UserLookup;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Anything that the actor may see, from a few letters: pages, people, members, organisations, services, addresses;
 * and with what is found, what is mostly done.
 */
@Component
class GlobalSearch {

    private final UserLookup users;
    private final MemberLookup members;
    private final Organisations organisations;
    private final ServiceLookup services;
    private final IpAllocations allocations;

    GlobalSearch(
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

    List<SearchResult> hits(Actor actor, String typed) {
        List<SearchResult> hits = new ArrayList<>(QuickAction.found(actor, typed));
        if (typed.length() < 2 && !typed.matches("\\d")) {
            return hits;
        }
        if (Audience.CREWS_AND_BANK.includes(actor)) {
            members.choices(actor, typed).forEach(member -> hits.add(hit(actor, member)));
            services.choices(actor, typed).forEach(service -> hits.add(hit(actor, service)));
        }
        if (Audience.CREWS.includes(actor)) {
            users.choices(actor, typed)
                    .forEach(user -> hits.add(new SearchResult("user", user.label(), "/admin/users/" + user.id())));
            organisations
                    .choices(actor, typed)
                    .forEach(found -> hits.add(
                            new SearchResult("organisation", found.name(), "/admin/organisations/" + found.id())));
            allocations.heldNow(actor, typed).forEach(held -> hits.add(hit(held)));
        }
        if (Audience.TRACERS.includes(actor) && isAddress(typed)) {
            String question = UriUtils.encodeQueryParam(typed.strip(), UTF_8);
            hits.add(new SearchResult(
                    "act", t("find.act.who-had", typed.strip()), "/admin/who-had?address=" + question));
        }
        return hits;
    }

    private static SearchResult hit(Actor actor, Member.Ref member) {
        String page = "/admin/members/" + member.id();
        List<Option> acts =
                MembershipFeeRights.mayAdd(actor) ? List.of(new Option(page + "#amount", t("fee.add"))) : List.of();
        return new SearchResult("member", member.label(), page, acts);
    }

    private static SearchResult hit(Actor actor, Service.Ref service) {
        String page = "/admin/services/" + service.id();
        List<Option> acts = new ArrayList<>();
        if (PaymentRights.mayAdd(actor, service.type())) {
            acts.add(new Option(page + "#amount", t("payment.add")));
        }
        if (actor.manages(service.type().id())) {
            acts.add(new Option(page + "#member", t("find.act.assign")));
        }
        String name = service.label().isEmpty() ? "#" + service.id() : service.label();
        return new SearchResult("service", name + ", " + service.type().name(), page, acts);
    }

    private static SearchResult hit(IpAllocation held) {
        return new SearchResult(
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
