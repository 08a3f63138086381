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
 * Makes an accepted applicant a member, within the transaction of the decision. New rows get random keys, since the key
 * of the request was sent by a visitor and could be that of an existing row.
 */
@Component
class Admission {

    private final UserBook users;
    private final OrganisationBook organisations;
    private final MemberBook members;
    private final MembershipFeeBook fees;

    Admission(UserBook users, OrganisationBook organisations, MemberBook members, MembershipFeeBook fees) {
        this.users = users;
        this.organisations = organisations;
        this.members = members;
        this.fees = fees;
    }

    /**
     * The new member.
     *
     * @param isNew whether an account was created for them
     */
    record Newcomer(long userId, boolean isNew, long memberId) {}

    /** @param account an existing account of the applicant; null to create one */
    Newcomer admit(Actor actor, JoinRequest request, @Nullable Long account, MembershipFee.Terms fee) {
        long user = account != null
                ? account
                : users.create(actor, request.applicant().toContact(), "", newKey());
        long member = members.join(actor, holder(actor, request, user));
        fees.add(actor, member, fee, newKey());
        return new Newcomer(user, account == null, member);
    }

    private MemberHolder holder(Actor actor, JoinRequest request, long user) {
        if (!request.applicant().isOrganisation()) {
            return new MemberHolder(MemberHolder.Kind.PERSON, user);
        }
        long organisation = organisations.addFor(actor, request.applicant().toOrganisation(), user, newKey());
        return new MemberHolder(MemberHolder.Kind.ORGANISATION, organisation);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
