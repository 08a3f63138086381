package org.jadhere.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** Session ids and CSRF tokens of 216 random bits; a UUID has 122 (OWASP ASVS 5.0, 7.2.3 and 11.5.1 demand 128). */
@Component
class RandomIds implements SessionIdGenerator {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Written in Base64, they are as long as the column of the session id: 36 characters. */
    private static final int BYTES = 27;

    @Override
    public String generate() {
        return next();
    }

    private static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The same repository, with other tokens. */
    static CsrfTokenRepository tokens(CsrfTokenRepository stored) {
        return new CsrfTokenRepository() {

            @Override
            public CsrfToken generateToken(HttpServletRequest request) {
                var token = stored.generateToken(request);
                return new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), next());
            }

            @Override
            public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
                stored.saveToken(token, request, response);
            }

            @Override
            public @Nullable CsrfToken loadToken(HttpServletRequest request) {
                return stored.loadToken(request);
            }
        };
    }
}
