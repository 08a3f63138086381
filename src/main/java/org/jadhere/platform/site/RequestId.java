package org.jadhere.platform.site;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/** The name of one request, such as 7F3K-92QD: readers tell it, the log and the mails to administrators have it. */
public final class RequestId {

    /** Under which the lines of the log carry it (MDC). */
    public static final String KEY = "reference";

    /** The header of an answer that carries it. */
    public static final String HEADER = "X-Reference";

    private static final String ATTRIBUTE = RequestId.class.getName();

    /** Without what is mistaken for something else when read aloud (Crockford): 32 letters, 8 of them are 40 bits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** Names a request. */
    public static String give(HttpServletRequest request) {
        var name = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            name.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        request.setAttribute(ATTRIBUTE, name.toString());
        return name.toString();
    }

    /** The name that the request was given; empty where it has none. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String name ? name : "";
    }
}
