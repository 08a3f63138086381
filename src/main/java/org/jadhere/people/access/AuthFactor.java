package org.jadhere.people.access;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** A way to authenticate. The session stores the factors that were used, and when, as Spring Security's factors. */
public enum AuthFactor {
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY),
    /** A link sent by e-mail. */
    LINK(FactorGrantedAuthority.OTT_AUTHORITY),
    /** Two factors in one: the device, and what unlocks it (user verification is required). */
    PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
    /** From a code generator or a recovery sheet. */
    CODE("FACTOR_CODE");

    private final String authority;

    AuthFactor(String authority) {
        this.authority = authority;
    }

    public boolean isSecondFactor() {
        return this == PASSKEY || this == CODE;
    }

    public boolean matches(GrantedAuthority granted) {
        return authority.equals(granted.getAuthority());
    }

    /** The authority of a factor used now. */
    public GrantedAuthority toAuthority() {
        return FactorGrantedAuthority.fromAuthority(authority);
    }
}
