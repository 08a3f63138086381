package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberBook;
import org.jadhere.people.members.OrganisationBook;
import org.jadhere.people.users.AccountStatusBook;
import org.jadhere.people.users.CrewBook;
import org.jadhere.platform.db.Period;
import org.springframework.stereotype.Component;

/** Ends the membership, the roles and the account of a leaving person. */
@Component
class PersonActs {

    private final MemberBook members;
    private final OrganisationBook organisations;
    private final CrewBook crews;
    private final AccountStatusBook accounts;

    PersonActs(MemberBook members, OrganisationBook organisations, CrewBook crews, AccountStatusBook accounts) {
        this.members = members;
        this.organisations = organisations;
        this.crews = crews;
        this.accounts = accounts;
    }

    void endMembership(Actor actor, Leaver leaver, DepartureOrder order, LocalDate lastDay) {
        var member = Objects.requireNonNull(leaver.member());
        var period = Period.ofDays(member.membership().start(), lastDay);
        members.setPeriod(actor, member.id(), period, order.seen());
    }

    void endRole(Actor actor, Leaver leaver, DepartureItem organisation) {
        organisations.removeRepresentative(actor, organisation.id(), user(leaver));
    }

    void leaveCrew(Actor actor, Leaver leaver, DepartureItem crew) {
        crews.removeVolunteer(actor, crew.id(), user(leaver));
    }

    void closeAccount(Actor actor, Leaver leaver) {
        accounts.close(actor, user(leaver));
    }

    private static long user(Leaver leaver) {
        return Objects.requireNonNull(leaver.user()).id();
    }
}
