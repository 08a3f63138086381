package org.jadhere.support;

import static org.jadhere.support.Stage.as;
import static org.jadhere.support.Stage.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A logged-in user at a browser; posts carry a valid CSRF token, and any field or path, also one that no form offers.
 *
 * @param provedAt when the user last typed the password; null for a time long ago
 */
public record Sender(
        MockMvcTester browser, String name, @Nullable Instant provedAt) {

    public Sender(MockMvcTester browser, String name) {
        this(browser, name, null);
    }

    /** The same user, who typed the password just now. */
    public Sender proved() {
        return proved(Duration.ZERO);
    }

    /** The same user, who typed the password that long ago. */
    public Sender proved(Duration ago) {
        return new Sender(browser, name, Instant.now().minus(ago));
    }

    private RequestPostProcessor session() {
        return provedAt == null
                ? as(name)
                : SecurityMockMvcRequestPostProcessors.user(name)
                        .authorities(FactorGrantedAuthority.withAuthority("FACTOR_PASSWORD")
                                .issuedAt(provedAt)
                                .build());
    }

    /** @param values the values of the path's variables, before encoding */
    public MvcTestResult get(String path, Object... values) {
        return browser.get().uri(path, values).with(session()).exchange();
    }

    public MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(session()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    public MvcTestResult post(String path) {
        return post(path, Map.of());
    }
}
