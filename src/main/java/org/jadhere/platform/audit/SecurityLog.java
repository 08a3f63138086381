package org.jadhere.platform.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The security log (OWASP ASVS 5.0, 16.3): one line for each event, with its name, the id of the account, the address of
 * the client and at most one detail. The log adds time and reference of the request. Details are words of this program,
 * ids and routes; never what a user typed, and no secrets.
 */
public final class SecurityLog {

    /** The name of the logger. */
    public static final String NAME = "security";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    /** What is logged; in the line, the name in lower case with hyphens. */
    public enum Event {
        LOGIN,
        LOGIN_FAILED,
        LOGIN_THROTTLED,
        FACTOR_USED,
        FACTOR_FAILED,
        LOGOUT,
        SESSIONS_ENDED,
        LINK_SENT,
        LINK_USED,
        /** An address, factor or password of an account changed; the detail says what. */
        ACCOUNT_CHANGED,
        RIGHTS_CHANGED,
        VIEW_AS,
        /** A request that the rights of the user do not allow, or without a valid CSRF token. */
        REFUSED,
        /** A download of personal data. */
        EXPORTED
    }

    private SecurityLog() {}

    /** Logs an event of the account that acts; none for visitors. */
    public static void write(Event event, String detail) {
        write(event, Author.current().map(Author::userId).orElse(null), detail);
    }

    /** @param account the id of the account that the event is about; null if there is none */
    public static void write(Event event, @Nullable Long account, String detail) {
        LOG.info(
                "{} account={} from={} {}",
                event.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                account == null ? "-" : account,
                address(),
                detail.replaceAll("[^A-Za-z0-9 /{}.:=_-]", "?"));
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "-";
    }
}
