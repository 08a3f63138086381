package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.SERVICES;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Services with their addresses and payments: of members, ended ones too, and prepared ones that wait for a member. */
final class DemoServices {

    private final DemoFiles files;
    private final SeededChoice chance;
    private final DemoAddresses addresses;
    private final DemoPayments payments;

    DemoServices(DemoFiles files, SeededChoice chance) {
        this.files = files;
        this.chance = chance;
        this.addresses = new DemoAddresses(files);
        this.payments = new DemoPayments(files, chance);
    }

    void writePrefixes() {
        addresses.writePrefixes();
    }

    /** What somebody has: mostly one service, often none, seldom several. */
    void write(DemoMember member) {
        int count = chance.in100(15) ? 0 : chance.in100(75) ? 1 : chance.between(2, 3);
        for (int i = 0; i < count; i++) {
            LocalDate last = min(member.joined().plusMonths(i == 0 ? 2 : 40), member.lastDay());
            LocalDate start = chance.day(member.joined(), last);
            write(member, DemoType.any(chance), start, chance.in100(15) ? chance.day(start, member.today()) : null);
        }
    }

    /** A service from a day on; where the member leaves, it ends. */
    void write(DemoMember member, DemoType type, LocalDate start, @Nullable LocalDate planned) {
        LocalDate end =
                planned == null || member.left() != null && member.left().isBefore(planned) ? member.left() : planned;
        if (end != null && !end.isAfter(start)) {
            end = start.plusDays(1);
        }
        String label = "%s-%s-%d".formatted(type.label(), member.called(), files.count(SERVICES) + 1);
        String notes = chance.in100(6) ? "Rendez-vous pris avec l'équipage.\nMatériel prêté." : null;
        int service = files.add(SERVICES, type.id(), member.id(), label, start, end, notes);
        addresses.giveIpv4(service, start, end);
        if (type != DemoType.COLLECTE_RADIO) {
            addresses.giveIpv6(service, member.isOrganisation(), start, end);
        }
        payments.write(service, type, start, end, member.today());
    }

    /** A service with its addresses that a crew will hand to somebody. */
    void prepare(DemoType type, LocalDate today) {
        String label = "%s à attribuer %d".formatted(type.title(), files.count(SERVICES) + 1);
        int service = files.add(SERVICES, type.id(), null, label, null, null, null);
        LocalDate day = chance.day(today.minusMonths(2), today.minusDays(1));
        addresses.giveIpv4(service, day, null);
        if (type != DemoType.COLLECTE_RADIO) {
            addresses.giveIpv6(service, false, day, null);
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
