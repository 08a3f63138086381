package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.CREWS;
import static org.jadhere.office.demo.DemoFiles.File.CREW_MEMBERS;
import static org.jadhere.office.demo.DemoFiles.File.SERVICE_TYPES;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jadhere.office.demo.DemoType.DemoCrew;

/**
 * Writes an association of nobody as a CSV folder, so that it comes in through the same door as everybody's data.
 * The same seed, day and size give the same files; nothing is kept in memory but who is next.
 */
final class DemoFolder {

    /** The three accounts that are members, and the organisation of one. */
    static final int FEWEST_MEMBERS = 10;

    private final int members;
    private final LocalDate today;
    private final SeededChoice chance;

    DemoFolder(int members, LocalDate today, long seed) {
        if (members < FEWEST_MEMBERS) {
            throw new IllegalArgumentException("at least %d members".formatted(FEWEST_MEMBERS));
        }
        this.members = members;
        this.today = today;
        this.chance = new SeededChoice(seed);
    }

    /** @param passwords the hash of each account's */
    void write(Path folder, Function<DemoAccount, String> passwords) throws IOException {
        try (var files = new DemoFiles(folder)) {
            var people = new DemoPeople(files, chance, today);
            var services = new DemoServices(files, chance);
            var fees = new DemoFees(files, chance);
            writeCrewsAndTypes(files);
            services.writePrefixes();
            people.writeAccounts(passwords);
            writeVolunteers(files, people);
            writeAccounts(people, fees, services);
            for (int place = 4; place < members; place++) {
                var member = people.join(place, members);
                fees.write(member);
                services.write(member);
            }
            prepareServices(services);
        }
    }

    private static void writeCrewsAndTypes(DemoFiles files) {
        for (DemoCrew crew : DemoCrew.values()) {
            files.add(CREWS, crew.title(), crew.permissions());
        }
        for (DemoType type : DemoType.values()) {
            files.add(SERVICE_TYPES, type.title(), type.crew().id(), type.euros() + ".00", 1);
        }
        files.link(CREW_MEMBERS, DemoCrew.FIBRE.id(), DemoAccount.CREW.id());
        files.link(CREW_MEMBERS, DemoCrew.BANQUE.id(), DemoAccount.BANK.id());
    }

    /** Two or three for each crew, and one who is in all of them. */
    private void writeVolunteers(DemoFiles files, DemoPeople people) {
        int everywhere = people.user(people.lastName(), true, true);
        for (DemoCrew crew : DemoCrew.values()) {
            files.link(CREW_MEMBERS, crew.id(), everywhere);
            for (int others = chance.between(1, 2); others > 0; others--) {
                files.link(CREW_MEMBERS, crew.id(), people.user(people.lastName(), true, true));
            }
        }
    }

    private void writeAccounts(DemoPeople people, DemoFees fees, DemoServices services) {
        var treasurer = people.join(DemoAccount.BANK);
        var crew = people.join(DemoAccount.CREW);
        var plain = people.join(DemoAccount.MEMBER);
        var organisation = people.joinOrganisationOf(DemoAccount.MEMBER);
        for (var member : new DemoMember[] {treasurer, crew, plain, organisation}) {
            fees.write(member);
        }
        services.write(crew, DemoType.ABO_FIBRE, today.minusYears(3), null);
        services.write(plain, DemoType.ABO_TOULOUSE, today.minusYears(7), null);
        services.write(plain, DemoType.MACHINE_VIRTUELLE, today.minusYears(4), null);
        services.write(plain, DemoType.VPN, today.minusYears(2), today.minusMonths(5));
        services.write(organisation, DemoType.HEBERGEMENT_SERVEUR, today.minusYears(5), null);
        services.write(organisation, DemoType.ABO_FIBRE, today.minusYears(1), null);
    }

    private void prepareServices(DemoServices services) {
        for (DemoType type : DemoType.values()) {
            for (int i = 0; i < 2 + members / 300; i++) {
                services.prepare(type, today);
            }
        }
    }
}
