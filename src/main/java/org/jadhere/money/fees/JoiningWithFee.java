package org.jadhere.money.fees;

import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberBook;
import org.jadhere.people.members.MemberHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a user or an organisation a member and adds the first fee, in one transaction. */
@Component
public class JoiningWithFee {

    private final MemberBook members;
    private final MembershipFeeBook fees;

    JoiningWithFee(MemberBook members, MembershipFeeBook fees) {
        this.members = members;
        this.fees = fees;
    }

    /**
     * Returns the id of the member; a holder that is a member already stays that member.
     *
     * @param fee null where no fee is added
     * @param once the external id of the fee: the same request sent twice adds one fee
     */
    @Transactional
    public long join(Actor actor, MemberHolder holder, MembershipFee.@Nullable Terms fee, String once) {
        long member = members.join(actor, holder);
        if (fee != null) {
            fees.add(actor, member, fee, once);
        }
        return member;
    }
}
