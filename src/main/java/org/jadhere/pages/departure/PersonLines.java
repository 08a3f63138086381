package org.jadhere.pages.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.pages.departure.DepartureItem.Kind;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.DepartureReason;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberBook;
import org.jadhere.people.members.Organisation;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.Crew;
import org.jadhere.people.users.Crews;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Component;

/** What a leaving person still has beside services: the membership, roles in organisations and crews, the account. */
@Component
class PersonLines {

    private final Organisations organisations;
    private final Crews crews;

    PersonLines(Organisations organisations, Crews crews) {
        this.organisations = organisations;
        this.crews = crews;
    }

    List<DepartureLine> of(Actor actor, Leaver leaver, Map<String, DepartureReason> reasons) {
        var lines = new ArrayList<DepartureLine>();
        if (leaver.member() != null && leaver.member().membership().end() == null) {
            lines.add(membership(actor, leaver.member(), reasons));
        }
        if (leaver.user() != null) {
            organisations.of(actor, leaver.user()).forEach(organisation -> lines.add(role(organisation, reasons)));
            crews.of(leaver.user()).forEach(crew -> lines.add(place(actor, crew, reasons)));
        }
        return lines;
    }

    private static DepartureLine membership(Actor actor, Member member, Map<String, DepartureReason> reasons) {
        return DepartureLine.of(
                        DepartureItem.of(Kind.MEMBERSHIP),
                        Texts.t("departure.membership", Texts.period(member.membership())),
                        null,
                        actor.superuser(),
                        reasons)
                .withState(MemberBook.fields(member));
    }

    private static DepartureLine role(Organisation organisation, Map<String, DepartureReason> reasons) {
        return DepartureLine.of(
                new DepartureItem(Kind.ORGANISATION, organisation.id()),
                Texts.t("departure.organisation", organisation.name()),
                "/admin/organisations/" + organisation.id(),
                true,
                reasons);
    }

    private static DepartureLine place(Actor actor, Crew crew, Map<String, DepartureReason> reasons) {
        return DepartureLine.of(
                new DepartureItem(Kind.CREW, crew.id()),
                Texts.t("departure.crew", crew.name()),
                actor.superuser() ? "/admin/crews/" + crew.id() : null,
                actor.superuser(),
                reasons);
    }

    /**
     * The account, unless it is closed.
     *
     * @param keeps whether something else stays with the person
     */
    Optional<DepartureLine> account(Actor actor, Leaver leaver, boolean keeps, Map<String, DepartureReason> reasons) {
        var user = leaver.user();
        if (user == null || !user.active()) {
            return Optional.empty();
        }
        var line = DepartureLine.of(
                DepartureItem.of(Kind.ACCOUNT),
                Texts.t("departure.account", user.username()),
                "/admin/users/" + user.id(),
                actor.superuser() && actor.userId() != user.id(),
                reasons);
        return Optional.of(keeps ? line.leftByDefault() : line);
    }
}
