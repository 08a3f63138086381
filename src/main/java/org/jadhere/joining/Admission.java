package org.jadhere.joining;

import java.util.UUID;
import org.jadhere.access.Actor;
import org.jadhere.access.UserBook;
import org.jadhere.members.FeeBook;
import org.jadhere.members.Holder;
import org.jadhere.members.Joining;
import org.jadhere.members.MembershipFee;
import org.jadhere.members.OrganisationBook;
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
    private final Joining joining;
    private final FeeBook fees;

    Admission(UserBook users, OrganisationBook organisations, Joining joining, FeeBook fees) {
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
                : users.open(actor, request.applicant().contact(), "", freshName());
        long member = joining.join(actor, holder(actor, request, user));
        fees.add(actor, member, fee, freshName());
        return new Newcomer(user, account == null, member);
    }

    private Holder holder(Actor actor, JoinRequest request, long user) {
        if (!request.applicant().isOrganisation()) {
            return new Holder(Holder.Kind.PERSON, user);
        }
        long organisation = organisations.add(actor, request.applicant().legalPerson(), freshName());
        organisations.authorise(actor, organisation, user);
        return new Holder(Holder.Kind.ORGANISATION, organisation);
    }

    private static String freshName() {
        return UUID.randomUUID().toString();
    }
}
