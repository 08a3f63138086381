package org.jadhere.people.account;

import java.util.Optional;
import org.jadhere.people.association.Associations;
import org.jadhere.people.login.AccountPassword;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.audit.Author;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Uses links to log in or to choose a password, each once. The author of the changes is the owner of the account. */
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

    /** The owner of a link's account; empty if the link is invalid, or administrators disabled its kind. */
    Optional<Recipient> owner(LinkPurpose purpose, String secret) {
        return purpose == LinkPurpose.LOGIN && !associations.current().loginByLink()
                ? Optional.empty()
                : links.find(purpose, secret).flatMap(this::owner);
    }

    private Optional<Recipient> owner(Link link) {
        return Optional.ofNullable(link.userId()).flatMap(recipients::of);
    }

    /** Uses up a link; only the first use returns its owner. */
    Optional<Recipient> use(LinkPurpose purpose, String secret) {
        return owner(purpose, secret)
                .filter(owner ->
                        author(owner).act(() -> links.use(purpose, secret).isPresent()));
    }

    /**
     * Sets a new password and uses up the link, unless the password is rejected.
     *
     * @return the owner; empty if the link is invalid
     * @throws org.jadhere.platform.web.RuleViolationException if the password is weak
     */
    Optional<Recipient> choosePassword(String secret, String newPassword) {
        return owner(LinkPurpose.PASSWORD, secret)
                .filter(owner -> author(owner)
                        .act(() -> Boolean.TRUE.equals(transaction.execute(status -> {
                            boolean first =
                                    links.use(LinkPurpose.PASSWORD, secret).isPresent();
                            if (first) {
                                password.set(owner.userId(), "password", newPassword, null);
                            }
                            return first;
                        }))));
    }

    private static Author author(Recipient owner) {
        return new Author(owner.userId(), owner.username(), Author.Door.WEB);
    }
}
