package org.jadhere.web;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** After an act, the reader is sent to a page, which says what was done. */
public final class Done {

    /** The parameter that names the message. */
    static final String PARAMETER = "done";

    private static final String PREFIX = "done.";

    private Done() {}

    /** @param messageKey one that begins with {@code done.} */
    public static ModelAndView at(String path, String messageKey) {
        String word = messageKey.substring(PREFIX.length());
        String address = UriComponentsBuilder.fromUriString(path)
                .queryParam(PARAMETER, word)
                .build()
                .toUriString();
        return new ModelAndView("redirect:" + address);
    }

    static String messageKey(String word) {
        return PREFIX + word;
    }
}
