package org.jadhere.people.account;

import java.util.Optional;
import org.jadhere.people.association.Associations;
import org.jadhere.people.login.AccountPassword;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.audit.Author;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What links into an account do, once. What is written is signed by whose account it is. */
@Component
class LinkLogin {

    private final Links links;
    private final Recipients recipients;
    private final AccountPassword password;
    private final Associations associations;
    private final TransactionOperations transaction;

    LinkLogin(
            Links links,
            Recipients recipients,
            AccountPassword password,
            Associations associations,
            TransactionOperations transaction) {
        this.links = links;
        this.recipients = recipients;
        this.password = password;
        this.associations = associations;
        this.transaction = transaction;
    }

    /** Whose account a link opens, as long as it works, and as long as administrators allow its kind. */
    Optional<Recipient> owner(LinkPurpose purpose, String secret) {
        return purpose == LinkPurpose.LOGIN && !associations.current().loginByLink()
                ? Optional.empty()
                : links.find(purpose, secret).flatMap(this::owner);
    }

    private Optional<Recipient> owner(Link link) {
        return Optional.ofNullable(link.userId()).flatMap(recipients::of);
    }

    /** Of whoever uses it first, the account; nothing of others. */
    Optional<Recipient> use(LinkPurpose purpose, String secret) {
        return owner(purpose, secret)
                .filter(owner ->
                        signed(owner).act(() -> links.use(purpose, secret).isPresent()));
    }

    /**
     * Chooses a new password: the link is used up unless the password is refused.
     *
     * @return whose it is now; nothing where the link does not work
     * @throws org.jadhere.platform.web.RuleViolationException where the password is weak
     */
    Optional<Recipient> choosePassword(String secret, String wanted) {
        return owner(LinkPurpose.PASSWORD, secret)
                .filter(owner -> signed(owner)
                        .act(() -> Boolean.TRUE.equals(transaction.execute(status -> {
                            boolean first =
                                    links.use(LinkPurpose.PASSWORD, secret).isPresent();
                            if (first) {
                                password.set(owner.userId(), "password", wanted, null);
                            }
                            return first;
                        }))));
    }

    private static Author signed(Recipient owner) {
        return new Author(owner.userId(), owner.username(), Author.Door.WEB);
    }
}
