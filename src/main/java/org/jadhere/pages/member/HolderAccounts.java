package org.jadhere.pages.member;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.mail.Mails;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.User;
import org.jadhere.people.users.Users;
import org.springframework.stereotype.Component;

/** Reads who holds a membership: crews see the account, the bank crew name, e-mail and phone. */
@Component
class HolderAccounts {

    private final Users users;
    private final Organisations organisations;
    private final Mails mails;

    HolderAccounts(Users users, Organisations organisations, Mails mails) {
        this.users = users;
        this.organisations = organisations;
        this.mails = mails;
    }

    HolderAccount of(Actor actor, MemberHolder holder) {
        if (holder.kind() == MemberHolder.Kind.ORGANISATION) {
            return new HolderAccount(
                    null,
                    null,
                    organisations.contact(actor, holder.id()).orElse(null),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return users.find(actor, holder.id())
                .filter(user -> actor.isCrew())
                .map(user -> ofPerson(actor, user))
                .orElseGet(() -> new HolderAccount(
                        users.contact(actor, holder.id()).orElse(null), null, null, List.of(), List.of(), List.of()));
    }

    private HolderAccount ofPerson(Actor actor, User user) {
        return new HolderAccount(
                user.contact(),
                user,
                null,
                users.crewsOf(user),
                organisations.of(actor, user),
                mails.latestTo(user.id()));
    }
}
