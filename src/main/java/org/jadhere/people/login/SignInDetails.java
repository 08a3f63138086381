package org.jadhere.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * When, with what and from where a session was logged in; the session keeps it in attributes of its own.
 *
 * @param agent as the browser calls itself; empty where it does not
 */
public record SignInDetails(Instant at, String agent, String address) {

    private static final String AT = "login.at";
    private static final String AGENT = "login.agent";
    private static final String ADDRESS = "login.address";

    private static final int LONGEST_AGENT = 500;

    static SignInDetails of(HttpServletRequest request, Instant now) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return new SignInDetails(
                now, agent.substring(0, Math.min(LONGEST_AGENT, agent.length())), request.getRemoteAddr());
    }

    void noteIn(HttpSession session) {
        session.setAttribute(AT, at);
        session.setAttribute(AGENT, agent);
        session.setAttribute(ADDRESS, address);
    }

    /**
     * @param attributes of a session, by name
     * @param otherwise where the session is older than these notes
     */
    public static SignInDetails in(Function<String, @Nullable Object> attributes, Instant otherwise) {
        return new SignInDetails(
                attributes.apply(AT) instanceof Instant at ? at : otherwise,
                attributes.apply(AGENT) instanceof String agent ? agent : "",
                attributes.apply(ADDRESS) instanceof String address ? address : "");
    }
}
