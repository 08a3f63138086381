package org.jadhere.people.account;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.people.association.Associations;
import org.jadhere.people.login.AccountWords;
import org.jadhere.people.users.EmailAddresses;
import org.jadhere.platform.site.Site;
import org.springframework.stereotype.Component;

/** What others know of an account beside its names: passwords made of it are guessed first. */
@Component
class KnownWords implements AccountWords {

    private final EmailAddresses emails;
    private final Associations associations;
    private final Site site;

    KnownWords(EmailAddresses emails, Associations associations, Site site) {
        this.emails = emails;
        this.associations = associations;
        this.site = site;
    }

    @Override
    public List<String> of(long userId) {
        List<String> words = new ArrayList<>(emails.of(userId));
        words.add(associations.current().name());
        words.add(site.host());
        return words;
    }
}
