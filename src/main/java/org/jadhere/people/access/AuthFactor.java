package org.jadhere.people.access;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What somebody can prove themselves with. The session keeps which of them were given, and when, as Spring Security's factors. */
public enum AuthFactor {
    PASSWORD(FactorGrantedAuthority.PASSWORD_AUTHORITY),
    /** A link that was sent by e-mail. */
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

    public boolean is(GrantedAuthority granted) {
        return authority.equals(granted.getAuthority());
    }

    public GrantedAuthority given() {
        return FactorGrantedAuthority.fromAuthority(authority);
    }
}
