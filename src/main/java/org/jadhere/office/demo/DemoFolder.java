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
 * Writes the data of a fictional association as a CSV folder, which is imported like any other. The same seed, day and
 * size give the same files.
 */
final class DemoFolder {

    /** Enough for the three accounts that are members, and the organisation of one of them. */
    static final int MIN_MEMBERS = 10;

    private final int members;
    private final LocalDate today;
    private final SeededChoice random;

    DemoFolder(int members, LocalDate today, long seed) {
        if (members < MIN_MEMBERS) {
            throw new IllegalArgumentException("at least %d members".formatted(MIN_MEMBERS));
        }
        this.members = members;
        this.today = today;
        this.random = new SeededChoice(seed);
    }

    /** @param passwords returns the password hash of an account */
    void write(Path folder, Function<DemoAccount, String> passwords) throws IOException {
        try (var files = new DemoFiles(folder)) {
            var people = new DemoPeople(files, random, today);
            var services = new DemoServices(files, random);
            var fees = new DemoFees(files, random);
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
            files.add(CREWS, crew.title(), crew.permissions);
        }
        for (DemoType type : DemoType.values()) {
            files.add(SERVICE_TYPES, type.title, type.crew.id, type.euros + ".00", 1, type.isOffered());
        }
        files.addRow(CREW_MEMBERS, DemoCrew.FIBRE.id, DemoAccount.CREW.id());
        files.addRow(CREW_MEMBERS, DemoCrew.BANQUE.id, DemoAccount.BANK.id());
    }

    /** Adds two or three volunteers to each crew, and one to all of them. */
    private void writeVolunteers(DemoFiles files, DemoPeople people) {
        int inAllCrews = people.user(people.lastName(), true, true);
        for (DemoCrew crew : DemoCrew.values()) {
            files.addRow(CREW_MEMBERS, crew.id, inAllCrews);
            for (int count = random.between(1, 2); count > 0; count--) {
                files.addRow(CREW_MEMBERS, crew.id, people.user(people.lastName(), true, true));
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
