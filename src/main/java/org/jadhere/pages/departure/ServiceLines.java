package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.dns.ServiceNames;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.DepartureReason;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Component;

/** What a leaving member still holds of the services that the actor's crews manage. */
@Component
class ServiceLines {

    private final Services services;
    private final Holdings holdings;
    private final HolderChanges changes;
    private final IpAllocations addresses;
    private final ServiceNames names;

    ServiceLines(
            Services services, Holdings holdings, HolderChanges changes, IpAllocations addresses, ServiceNames names) {
        this.services = services;
        this.holdings = holdings;
        this.changes = changes;
        this.addresses = addresses;
        this.names = names;
    }

    /** Services held after today, now or later. */
    List<DepartureLine> of(Actor actor, Member member, Map<String, DepartureReason> reasons, LocalDate today) {
        return holdings.of(actor, member).stream()
                .filter(held -> actor.manages(held.service().type().id()))
                .filter(held -> isOpen(held, today))
                .flatMap(held -> services.find(actor, held.service().id()).stream()
                        .map(service -> line(actor, held, service, reasons)))
                .toList();
    }

    private static boolean isOpen(Holdings.OfService held, LocalDate today) {
        LocalDate lastDay = held.holding().period().lastDay();
        return lastDay == null || lastDay.isAfter(today);
    }

    /** A holding behind the present one of another member is not ended by an act on the service, so it is only shown. */
    private DepartureLine line(
            Actor actor, Holdings.OfService held, Service service, Map<String, DepartureReason> reasons) {
        boolean present = service.holding() != null
                && service.holding().id() == held.holding().id();
        var item = present
                ? new DepartureItem(DepartureItem.Kind.SERVICE, service.id())
                : new DepartureItem(DepartureItem.Kind.HOLDING, held.holding().id());
        var reason = reasons.get(item.key());
        LocalDate lastDay = held.holding().period().lastDay();
        boolean ends = present && reason == null && lastDay == null;
        return new DepartureLine(
                item,
                title(service) + ", " + Texts.period(held.holding().period()),
                "/admin/services/" + service.id(),
                lastDay,
                present ? List.of(DepartureChoice.values()) : List.of(DepartureChoice.LEAVE),
                ends ? DepartureChoice.END : DepartureChoice.LEAVE,
                HoldingBook.state(service),
                reason,
                present ? details(actor, service) : null);
    }

    private static String title(Service service) {
        return service.label().isEmpty() ? Texts.t("service.unnamed", String.valueOf(service.id())) : service.label();
    }

    private ServiceDetails details(Actor actor, Service service) {
        return new ServiceDetails(
                service,
                changes.plan(actor, service),
                addresses.of(actor, service).stream()
                        .filter(IpAllocation::isCurrent)
                        .toList(),
                names.of(service));
    }

    /** The addresses that services which have ended with the member still have: administrators take them back. */
    Optional<DepartureLine> addresses(
            Actor actor, Member member, Map<String, DepartureReason> reasons, LocalDate today) {
        var kept = addresses.heldAfterEnd(actor, member, today);
        String list =
                kept.stream().map(allocation -> allocation.address().toString()).collect(Collectors.joining(", "));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(DepartureLine.of(
                        DepartureItem.of(DepartureItem.Kind.ADDRESSES),
                        Texts.t("departure.addresses", list),
                        null,
                        actor.superuser(),
                        reasons));
    }
}
