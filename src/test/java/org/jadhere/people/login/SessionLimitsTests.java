package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.site.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Sessions end, their ids cannot be guessed, and the page to return to is a page of this site. */
class SessionLimitsTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant LOGIN = Instant.parse("2026-01-01T12:00:00Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/me");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private MockFilterChain visit(boolean staff, Instant now) throws Exception {
        request.setAttribute(Actor.class.getName(), new Actor(1, "ida", "Ida", "fr", staff, false, Set.of(), Set.of()));
        new SignInDetails(LOGIN, "", "192.0.2.1").storeIn(request.getSession());
        var chain = new MockFilterChain();
        new SessionLimits(
                        Clock.fixed(now, ZoneOffset.UTC), DAY.multipliedBy(90), DAY.multipliedBy(14), DAY.dividedBy(2))
                .doFilter(request, response, chain);
        return chain;
    }

    @Test
    void aSessionEndsAfterNinetyDaysOfUse() throws Exception {
        assertThat(visit(false, LOGIN.plus(DAY.multipliedBy(90))).getRequest()).isNotNull();
    }

    @Test
    void anOlderSessionIsGone() throws Exception {
        assertThat(visit(false, LOGIN.plus(DAY.multipliedBy(90)).plusSeconds(1)).getRequest())
                .isNull();
        assertThat(response.getRedirectedUrl()).isEqualTo("/login");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void unusedSessionsOfStaffEndSooner() throws Exception {
        visit(true, LOGIN);
        assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(12 * 3600);
    }

    @Test
    void thoseOfMembersLastFourteenDays() throws Exception {
        visit(false, LOGIN);
        assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(14 * 24 * 3600);
    }

    @Test
    void idsFillTheColumnWithRandomBits() {
        var ids = new HashSet<String>();
        IntStream.range(0, 1000).forEach(i -> ids.add(new RandomIds().generate()));
        assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[A-Za-z0-9_-]{36}"));
    }

    @Test
    void thePageToReturnToIsOfThisSite() {
        assertThat(requested("/admin/users", "q=zoe")).isEqualTo("/admin/users?q=zoe");
        assertThat(requested("/login", null)).isNull();
        for (String forged :
                new String[] {"https://evil.example/", "//evil.example/me", "/me\r\nSet-Cookie: a=b", "%%"}) {
            assertThat(read(java.util.Base64.getUrlEncoder()
                            .encodeToString(forged.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .as(forged)
                    .isNull();
        }
        assertThat(read("%0d%0a")).isNull();
    }

    private RequestedPageCookie pages() {
        return new RequestedPageCookie(
                new Site(new MockEnvironment().withProperty("jadhere.url", "https://a.example")));
    }

    private @Nullable String requested(String path, @Nullable String query) {
        var get = new MockHttpServletRequest("GET", path);
        get.setQueryString(query);
        var answer = new MockHttpServletResponse();
        pages().saveRequest(get, answer);
        String header = answer.getHeader("Set-Cookie");
        if (header == null) {
            return null;
        }
        assertThat(header)
                .startsWith("__Host-page=")
                .contains("HttpOnly", "SameSite=Lax", "Secure")
                .doesNotContain("zoe");
        return read(header.replaceFirst("__Host-page=([^;]*).*", "$1"));
    }

    private @Nullable String read(String value) {
        var next = new MockHttpServletRequest("POST", "/login");
        next.setCookies(new Cookie("__Host-page", value));
        var saved = pages().getRequest(next, new MockHttpServletResponse());
        return saved == null ? null : saved.getRedirectUrl();
    }
}
