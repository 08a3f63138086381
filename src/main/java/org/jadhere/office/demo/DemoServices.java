package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.SERVICES;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes services with their holders, addresses and payments: current, ended, and prepared ones without a member. */
final class DemoServices {

    private final DemoFiles files;
    private final SeededChoice random;
    private final DemoAddresses addresses;
    private final DemoHoldings holdings;
    private final DemoPayments payments;

    DemoServices(DemoFiles files, SeededChoice random) {
        this.files = files;
        this.random = random;
        this.addresses = new DemoAddresses(files);
        this.holdings = new DemoHoldings(files, random);
        this.payments = new DemoPayments(files, random);
    }

    void writePrefixes() {
        addresses.writePrefixes();
    }

    /** Writes the services of a member: mostly one, often none, rarely several. */
    void write(DemoMember member) {
        int count = random.percent(15) ? 0 : random.percent(75) ? 1 : random.between(2, 3);
        for (int i = 0; i < count; i++) {
            LocalDate last = min(member.joined().plusMonths(i == 0 ? 2 : 40), member.lastDay());
            LocalDate start = random.day(member.joined(), last);
            write(member, DemoType.any(random), start, random.percent(15) ? random.day(start, member.today()) : null);
        }
    }

    /** Writes a service from a day on, which ends at the latest when the member leaves. */
    void write(DemoMember member, DemoType type, LocalDate start, @Nullable LocalDate planned) {
        LocalDate end =
                planned == null || member.left() != null && member.left().isBefore(planned) ? member.left() : planned;
        if (end != null && !end.isAfter(start)) {
            end = start.plusDays(1);
        }
        String label = "%s-%s-%d".formatted(type.label, member.label(), files.count(SERVICES) + 1);
        String notes = random.percent(6) ? "Rendez-vous pris avec l'équipage.\nMatériel prêté." : null;
        int service = files.add(SERVICES, type.id, label, start, end, notes);
        addresses.allocateIpv4(service, start, end);
        if (type != DemoType.COLLECTE_RADIO) {
            addresses.allocateIpv6(service, member.isOrganisation(), start, end);
        }
        for (DemoHoldings.Days held : holdings.write(service, member, start, end)) {
            var holding = new DemoPayments.Held(service, held.holding());
            payments.write(holding, type, held.start(), held.end(), member.today());
        }
    }

    /** Writes a service with addresses that has no member yet. */
    void prepare(DemoType type, LocalDate today) {
        String label = "%s à attribuer %d".formatted(type.title, files.count(SERVICES) + 1);
        int service = files.add(SERVICES, type.id, label, null, null, null);
        LocalDate day = random.day(today.minusMonths(2), today.minusDays(1));
        addresses.allocateIpv4(service, day, null);
        if (type != DemoType.COLLECTE_RADIO) {
            addresses.allocateIpv6(service, false, day, null);
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
