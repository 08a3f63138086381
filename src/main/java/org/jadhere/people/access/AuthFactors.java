package org.jadhere.people.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What was proved in a session, each with the last time. */
public record AuthFactors(Map<AuthFactor, Instant> given) {

    public AuthFactors {
        given = Map.copyOf(given);
    }

    /** Of the session that the request being answered belongs to; none of a visitor's. */
    public static AuthFactors ofThisSession() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static AuthFactors of(@Nullable Authentication login) {
        Map<AuthFactor, Instant> given = new EnumMap<>(AuthFactor.class);
        if (login != null) {
            login.getAuthorities().stream()
                    .flatMap(granted ->
                            granted instanceof FactorGrantedAuthority factor ? Stream.of(factor) : Stream.of())
                    .forEach(factor -> Stream.of(AuthFactor.values())
                            .filter(proof -> proof.is(factor))
                            .forEach(proof -> given.put(proof, factor.getIssuedAt())));
        }
        return new AuthFactors(given);
    }

    public boolean include(AuthFactor proof) {
        return given.containsKey(proof);
    }

    public boolean includeSecondFactor() {
        return given.keySet().stream().anyMatch(AuthFactor::isSecondFactor);
    }

    /** Whether one of these was given since. */
    public boolean includeSince(Instant moment, AuthFactor... wanted) {
        return Stream.of(wanted)
                .anyMatch(proof -> given.containsKey(proof) && !given.get(proof).isBefore(moment));
    }
}
