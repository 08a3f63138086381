package org.jadhere.platform.web;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The redirect after a successful POST (post/redirect/get), to a page that shows what was done. */
public final class Redirect {

    /** The parameter that names the confirmation, and the prefix of its message keys. */
    static final String DONE = "done";

    /** The parameter that names the usual next step, and the prefix of its message keys. */
    static final String NEXT = "next";

    private Redirect() {}

    /** @param messageKey a key that begins with {@code done.} */
    public static ModelAndView to(String path, String messageKey) {
        String address = UriComponentsBuilder.fromUriString(path)
                .queryParam(DONE, word(DONE, messageKey))
                .build()
                .toUriString();
        return new ModelAndView("redirect:" + address);
    }

    /**
     * As {@link #to(String, String)}, with a link to the usual next step.
     *
     * @param nextKey a key that begins with {@code next.}; the rest is the id of a field on that page
     */
    public static ModelAndView to(String path, String messageKey, String nextKey) {
        return to(path + "?" + NEXT + "=" + word(NEXT, nextKey), messageKey);
    }

    private static String word(String prefix, String key) {
        return key.substring(prefix.length() + 1);
    }
}
