package org.jadhere.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * When, with which browser and from which address a session was logged in; stored in attributes of the session.
 *
 * @param agent the header User-Agent; empty without one
 */
public record SignInDetails(Instant at, String agent, String address) {

    private static final String AT = "login.at";
    private static final String AGENT = "login.agent";
    private static final String ADDRESS = "login.address";

    private static final int MAX_AGENT_LENGTH = 500;

    static SignInDetails of(HttpServletRequest request, Instant now) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return new SignInDetails(
                now, agent.substring(0, Math.min(MAX_AGENT_LENGTH, agent.length())), request.getRemoteAddr());
    }

    void storeIn(HttpSession session) {
        session.setAttribute(AT, at);
        session.setAttribute(AGENT, agent);
        session.setAttribute(ADDRESS, address);
    }

    /**
     * @param attributes of a session, by name
     * @param fallback the instant for a session without these attributes
     */
    public static SignInDetails from(Function<String, @Nullable Object> attributes, Instant fallback) {
        return new SignInDetails(
                attributes.apply(AT) instanceof Instant at ? at : fallback,
                attributes.apply(AGENT) instanceof String agent ? agent : "",
                attributes.apply(ADDRESS) instanceof String address ? address : "");
    }
}
