package org.jadhere.platform.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/** The id of one request, such as 7F3K-92QD, on error pages, in the log and in mails about errors. */
public final class RequestId {

    /** The key of the id in the logging context (MDC). */
    public static final String KEY = "reference";

    /** The response header with the id. */
    public static final String HEADER = "X-Reference";

    private static final String ATTRIBUTE = RequestId.class.getName();

    /** Crockford's base 32, without letters that are mistaken for others: 8 characters are 40 bits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** Assigns a new random id to the request. */
    public static String assign(HttpServletRequest request) {
        var id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        request.setAttribute(ATTRIBUTE, id.toString());
        return id.toString();
    }

    /** The id of the request; empty if none was assigned. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }
}
