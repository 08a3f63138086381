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
import org.jadhere.people.members.Organisation;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.UserLookup;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Searches all that the actor may see: pages, users, members, organisations, services and addresses. A result offers
 * the most common actions on it.
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

    List<SearchResult> search(Actor actor, String query) {
        List<SearchResult> results = new ArrayList<>(QuickAction.search(actor, query));
        if (query.length() < 2 && !query.matches("\\d")) {
            return results;
        }
        if (Audience.CREWS_AND_BANK.includes(actor)) {
            members.choices(actor, query).forEach(member -> results.add(result(actor, member)));
            services.choices(actor, query).forEach(service -> results.add(result(actor, service)));
        }
        if (Audience.CREWS.includes(actor)) {
            users.choices(actor, query).forEach(user -> results.add(result(user)));
            organisations.choices(actor, query).forEach(organisation -> results.add(result(organisation)));
            allocations.heldNow(actor, query).forEach(allocation -> results.add(result(allocation)));
        }
        if (Audience.TRACERS.includes(actor) && isAddress(query)) {
            String address = UriUtils.encodeQueryParam(query.strip(), UTF_8);
            results.add(
                    new SearchResult("act", t("find.act.who-had", query.strip()), "/admin/who-had?address=" + address));
        }
        return results;
    }

    private static SearchResult result(Actor actor, Member.Ref member) {
        String page = "/admin/members/" + member.id();
        List<Option> actions =
                MembershipFeeRights.mayAdd(actor) ? List.of(new Option(page + "#amount", t("fee.add"))) : List.of();
        return new SearchResult("member", member.label(), page, actions);
    }

    private static SearchResult result(Actor actor, Service.Ref service) {
        String page = "/admin/services/" + service.id();
        List<Option> actions = new ArrayList<>();
        if (PaymentRights.mayAdd(actor, service.type())) {
            actions.add(new Option(page + "#amount", t("payment.add")));
        }
        if (actor.manages(service.type().id())) {
            actions.add(new Option(page + "#member", t("find.act.assign")));
        }
        String name = service.label().isEmpty() ? "#" + service.id() : service.label();
        return new SearchResult("service", name + ", " + service.type().name(), page, actions);
    }

    private static SearchResult result(UserLookup.Choice user) {
        return new SearchResult("user", user.label(), "/admin/users/" + user.id());
    }

    private static SearchResult result(Organisation organisation) {
        return new SearchResult("organisation", organisation.name(), "/admin/organisations/" + organisation.id());
    }

    private static SearchResult result(IpAllocation allocation) {
        return new SearchResult(
                "address",
                allocation.address() + ", " + allocation.service().label(),
                "/admin/services/" + allocation.service().id());
    }

    private static boolean isAddress(String query) {
        try {
            IpPrefix.parse(query.strip());
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
