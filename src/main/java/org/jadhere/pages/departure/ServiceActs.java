package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.network.addresses.AddressReturn;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.springframework.stereotype.Component;

/** Ends or pauses the services of a leaving member, and takes their addresses back. */
@Component
class ServiceActs {

    private final HolderChanges changes;
    private final Services services;
    private final IpAllocations addresses;
    private final AddressReturn addressReturn;

    ServiceActs(HolderChanges changes, Services services, IpAllocations addresses, AddressReturn addressReturn) {
        this.changes = changes;
        this.services = services;
        this.addresses = addresses;
        this.addressReturn = addressReturn;
    }

    /** Addresses follow later, by {@link #takeBack}: the lock on all addresses comes after those on services. */
    void carryOut(Actor actor, DepartureOrder order, LocalDate lastDay) {
        var end = new HolderChanges.End(lastDay, false, order.endingPayments(), order.seen());
        if (order.choice() == DepartureChoice.PAUSE) {
            changes.pause(actor, service(order), end);
        } else {
            changes.terminate(actor, service(order), end);
        }
    }

    void takeBack(Actor actor, DepartureOrder order, LocalDate lastDay) {
        addressReturn.takeBack(actor, service(order), lastDay);
    }

    private static Service service(DepartureOrder order) {
        return Objects.requireNonNull(order.line().details()).service();
    }

    /** Takes back what services that have ended with the member still have. */
    void takeAllBack(Actor actor, Leaver leaver, LocalDate today) {
        addresses.heldAfterEnd(actor, Objects.requireNonNull(leaver.member()), today).stream()
                .map(IpAllocation::service)
                .distinct()
                .flatMap(service -> services.find(actor, service.id()).stream())
                .forEach(service -> addressReturn.takeBack(actor, service, today));
    }
}
