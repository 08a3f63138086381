package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.MEMBERS;
import static org.jadhere.office.demo.DemoFiles.File.MEMBERSHIPS;
import static org.jadhere.office.demo.DemoFiles.File.ORGANISATIONS;
import static org.jadhere.office.demo.DemoFiles.File.ORGANISATION_USERS;
import static org.jadhere.office.demo.DemoFiles.File.USERS;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the accounts, the members, and the users who act for organisations. */
final class DemoPeople {

    private static final int YEARS = 8;

    private final DemoFiles files;
    private final SeededChoice random;
    private final DemoNames names;
    private final LocalDate today;

    DemoPeople(DemoFiles files, SeededChoice random, LocalDate today) {
        this.files = files;
        this.random = random;
        this.names = new DemoNames(random);
        this.today = today;
    }

    /** @param passwords returns the password hash of an account */
    void writeAccounts(Function<DemoAccount, String> passwords) {
        for (DemoAccount account : DemoAccount.values()) {
            files.add(
                    USERS,
                    account.username(),
                    account.firstName,
                    account.lastName,
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

    /** Makes the account a member, years ago. */
    DemoMember join(DemoAccount account) {
        LocalDate joined = today.minusYears(YEARS).plusDays(files.count(MEMBERS));
        return member("user", account.id(), DemoNames.plain(account.lastName), joined, null);
    }

    /** Makes an organisation a member, years ago, and lets the account act for it. */
    DemoMember joinOrganisationOf(DemoAccount account) {
        int organisation = organisation("Association Les Câbles Libres");
        files.addRow(ORGANISATION_USERS, organisation, account.id());
        return member(
                "organisation",
                organisation,
                "cableslibres",
                today.minusYears(YEARS).plusDays(files.count(MEMBERS)),
                null);
    }

    /** Adds one of several members; a later place means a later day. */
    DemoMember join(int place, int members) {
        LocalDate joined = today.minusYears(YEARS).plusDays(4 + (long) ((YEARS * 365.0 - 8) * place / members));
        LocalDate left = random.percent(12) ? random.day(joined.plusYears(1), today.plusMonths(18)) : null;
        if (left != null && left.isAfter(today)) {
            left = null;
        }
        return random.percent(6) ? joinOrganisation(joined, left) : joinPerson(joined, left);
    }

    /** Some were members before, left, and came back after a year or two; the number stayed. */
    private DemoMember joinPerson(LocalDate joined, @Nullable LocalDate left) {
        DemoMember member = newPerson(joined, left);
        LocalDate before = joined.minusMonths(12L + member.id() % 12);
        if (member.id() % 25 == 0) {
            files.addRow(MEMBERSHIPS, member.id(), before.minusYears(1), before);
        }
        return member;
    }

    private DemoMember newPerson(LocalDate joined, @Nullable LocalDate left) {
        String last = names.last();
        int user = user(last, random.percent(4), left == null || random.percent(70));
        return member("user", user, DemoNames.plain(last), joined, left);
    }

    private DemoMember joinOrganisation(LocalDate joined, @Nullable LocalDate left) {
        String name = names.organisation();
        int organisation = organisation(name);
        int known = files.count(USERS);
        files.addRow(ORGANISATION_USERS, organisation, random.between(DemoAccount.values().length + 1, known));
        for (int contacts = random.between(0, 2); contacts > 0; contacts--) {
            files.addRow(ORGANISATION_USERS, organisation, user(names.last(), false, true));
        }
        return member("organisation", organisation, DemoNames.plain(name), joined, left);
    }

    /** Adds a user without a password, who can request one by mail. */
    int user(String last, boolean staff, boolean active) {
        String first = names.first();
        String username = names.username(first, last);
        return files.add(
                USERS,
                username,
                first,
                last,
                username + "@example.org",
                random.percent(12) ? username + "@mail.example.org" : null,
                random.percent(80) ? names.phone() : null,
                random.percent(90) ? names.address() : null,
                random.percent(95) ? "fr" : "en",
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
                random.percent(40) ? "Local ouvert le mercredi après-midi." : null,
                "contact" + (files.count(ORGANISATIONS) + 1) + "@example.org",
                names.phone(),
                names.address());
    }

    private DemoMember member(String holder, int holderId, String label, LocalDate joined, @Nullable LocalDate left) {
        int id = files.count(MEMBERS) + 1;
        files.add(MEMBERS, id, holder, holderId);
        files.addRow(MEMBERSHIPS, id, joined, left);
        return new DemoMember(id, label, holder.equals("organisation"), joined, left, today);
    }
}
