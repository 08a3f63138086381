package org.jadhere.people.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The factors used in a session, each with the time of its last use. */
public record AuthFactors(Map<AuthFactor, Instant> lastUsed) {

    public AuthFactors {
        lastUsed = Map.copyOf(lastUsed);
    }

    /** The factors of the current request's session; none for a visitor. */
    public static AuthFactors ofCurrentSession() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static AuthFactors of(@Nullable Authentication login) {
        Map<AuthFactor, Instant> lastUsed = new EnumMap<>(AuthFactor.class);
        if (login != null) {
            login.getAuthorities().stream()
                    .flatMap(granted ->
                            granted instanceof FactorGrantedAuthority factor ? Stream.of(factor) : Stream.of())
                    .forEach(authority -> Stream.of(AuthFactor.values())
                            .filter(factor -> factor.matches(authority))
                            .forEach(factor -> lastUsed.put(factor, authority.getIssuedAt())));
        }
        return new AuthFactors(lastUsed);
    }

    public boolean contains(AuthFactor factor) {
        return lastUsed.containsKey(factor);
    }

    public boolean containsSecondFactor() {
        return lastUsed.keySet().stream().anyMatch(AuthFactor::isSecondFactor);
    }

    /** Whether one of these was used at or after the instant. */
    public boolean containsSince(Instant instant, AuthFactor... factors) {
        return Stream.of(factors).map(lastUsed::get).anyMatch(used -> used != null && !used.isBefore(instant));
    }
}
