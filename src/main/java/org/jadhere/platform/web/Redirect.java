package org.jadhere.platform.web;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** After an act, the reader is sent to a page, which says what was done. */
public final class Redirect {

    /** The parameter that names the message. */
    static final String PARAMETER = "done";

    /** The parameter that names what people mostly do next. */
    static final String NEXT = "next";

    private static final String PREFIX = "done.";
    private static final String NEXT_PREFIX = "next.";

    private Redirect() {}

    /** @param messageKey one that begins with {@code done.} */
    public static ModelAndView to(String path, String messageKey) {
        String word = messageKey.substring(PREFIX.length());
        String address = UriComponentsBuilder.fromUriString(path)
                .queryParam(PARAMETER, word)
                .build()
                .toUriString();
        return new ModelAndView("redirect:" + address);
    }

    /**
     * The same, and what people mostly do next there.
     *
     * @param nextKey one that begins with {@code next.}; what follows names the field on that page where it begins
     */
    public static ModelAndView to(String path, String messageKey, String nextKey) {
        return to(path + "?" + NEXT + "=" + nextKey.substring(NEXT_PREFIX.length()), messageKey);
    }

    static String nextKey(String word) {
        return NEXT_PREFIX + word;
    }

    static String messageKey(String word) {
        return PREFIX + word;
    }
}
