package org.jadhere.office.joining;

import java.util.UUID;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeBook;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberBook;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.OrganisationBook;
import org.jadhere.people.users.UserBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a member of somebody who was accepted. Within the transaction of the decision, which is taken once. What is made
 * gets names of its own: the request's came from a visitor, and could be that of an account that exists.
 */
@Component
class Admission {

    private final UserBook users;
    private final OrganisationBook organisations;
    private final MemberBook joining;
    private final MembershipFeeBook fees;

    Admission(UserBook users, OrganisationBook organisations, MemberBook joining, MembershipFeeBook fees) {
        this.users = users;
        this.organisations = organisations;
        this.joining = joining;
        this.fees = fees;
    }

    /**
     * Who they have become.
     *
     * @param isNew whether the account was opened for them
     */
    record Newcomer(long userId, boolean isNew, long memberId) {}

    /** @param account theirs already; without one, one is opened */
    Newcomer admit(Actor actor, JoinRequest request, @Nullable Long account, MembershipFee.Terms fee) {
        long user = account != null
                ? account
                : users.create(actor, request.applicant().contact(), "", freshName());
        long member = joining.join(actor, holder(actor, request, user));
        fees.add(actor, member, fee, freshName());
        return new Newcomer(user, account == null, member);
    }

    private MemberHolder holder(Actor actor, JoinRequest request, long user) {
        if (!request.applicant().isOrganisation()) {
            return new MemberHolder(MemberHolder.Kind.PERSON, user);
        }
        long organisation = organisations.add(actor, request.applicant().legalPerson(), freshName());
        organisations.addRepresentative(actor, organisation, user);
        return new MemberHolder(MemberHolder.Kind.ORGANISATION, organisation);
    }

    private static String freshName() {
        return UUID.randomUUID().toString();
    }
}
