package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.MEMBERS;
import static org.jadhere.office.demo.DemoFiles.File.ORGANISATIONS;
import static org.jadhere.office.demo.DemoFiles.File.ORGANISATION_USERS;
import static org.jadhere.office.demo.DemoFiles.File.USERS;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts, the people and organisations that have joined, and who acts for whom. */
final class DemoPeople {

    private static final int YEARS = 8;

    private final DemoFiles files;
    private final SeededChoice chance;
    private final DemoNames names;
    private final LocalDate today;

    DemoPeople(DemoFiles files, SeededChoice chance, LocalDate today) {
        this.files = files;
        this.chance = chance;
        this.names = new DemoNames(chance);
        this.today = today;
    }

    /** @param passwords their hashes */
    void writeAccounts(Function<DemoAccount, String> passwords) {
        for (DemoAccount account : DemoAccount.values()) {
            files.add(
                    USERS,
                    account.username(),
                    account.firstName(),
                    account.lastName(),
                    account.username() + "@example.org",
                    null,
                    names.phone(),
                    names.address(),
                    "fr",
                    account.isStaff(),
                    account == DemoAccount.ADMINISTRATOR,
                    true,
                    passwords.apply(account));
        }
    }

    /** The account joins, years ago. */
    DemoMember join(DemoAccount account) {
        LocalDate joined = today.minusYears(YEARS).plusDays(files.count(MEMBERS));
        return member("user", account.id(), DemoNames.plain(account.lastName()), joined, null);
    }

    /** An organisation joins, years ago, and the account may act for it. */
    DemoMember joinOrganisationOf(DemoAccount account) {
        int organisation = organisation("Association Les Câbles Libres");
        files.link(ORGANISATION_USERS, organisation, account.id());
        return member(
                "organisation",
                organisation,
                "cableslibres",
                today.minusYears(YEARS).plusDays(files.count(MEMBERS)),
                null);
    }

    /** One of so many members joins; the later in the row, the later in time. */
    DemoMember join(int place, int members) {
        LocalDate joined = today.minusYears(YEARS).plusDays(4 + (long) ((YEARS * 365.0 - 8) * place / members));
        LocalDate left = chance.in100(12) ? chance.day(joined.plusYears(1), today.plusMonths(18)) : null;
        if (left != null && left.isAfter(today)) {
            left = null;
        }
        return chance.in100(6) ? organisationJoins(joined, left) : personJoins(joined, left);
    }

    private DemoMember personJoins(LocalDate joined, @Nullable LocalDate left) {
        String last = names.last();
        int user = user(last, chance.in100(4), left == null || chance.in100(70));
        return member("user", user, DemoNames.plain(last), joined, left);
    }

    private DemoMember organisationJoins(LocalDate joined, @Nullable LocalDate left) {
        String name = names.organisation();
        int organisation = organisation(name);
        int known = files.count(USERS);
        files.link(ORGANISATION_USERS, organisation, chance.between(DemoAccount.values().length + 1, known));
        for (int contacts = chance.between(0, 2); contacts > 0; contacts--) {
            files.link(ORGANISATION_USERS, organisation, user(names.last(), false, true));
        }
        return member("organisation", organisation, DemoNames.plain(name), joined, left);
    }

    /** Somebody without a password: they would ask for one by mail. */
    int user(String last, boolean staff, boolean active) {
        String first = names.first();
        String username = names.username(first, last);
        return files.add(
                USERS,
                username,
                first,
                last,
                username + "@example.org",
                chance.in100(12) ? username + "@mail.example.org" : null,
                chance.in100(80) ? names.phone() : null,
                chance.in100(90) ? names.address() : null,
                chance.in100(95) ? "fr" : "en",
                staff,
                false,
                active,
                null);
    }

    String lastName() {
        return names.last();
    }

    private int organisation(String name) {
        return files.add(
                ORGANISATIONS,
                name,
                chance.in100(40) ? "Local ouvert le mercredi après-midi." : null,
                "contact" + (files.count(ORGANISATIONS) + 1) + "@example.org",
                names.phone(),
                names.address());
    }

    private DemoMember member(String holder, int holderId, String called, LocalDate joined, @Nullable LocalDate left) {
        int id = files.count(MEMBERS) + 1;
        files.add(MEMBERS, id, holder, holderId, joined, left);
        return new DemoMember(id, called, holder.equals("organisation"), joined, left, today);
    }
}
