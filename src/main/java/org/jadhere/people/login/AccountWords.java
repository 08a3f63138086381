package org.jadhere.people.login;

import java.util.List;

/** Words about an account that its password must not be made of; implemented by a package that knows them. */
@FunctionalInterface
public interface AccountWords {

    /** The e-mail addresses of the user and the names of the association and the site. */
    List<String> of(long userId);
}
