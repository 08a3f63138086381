package org.jadhere.office.joining;

import org.jadhere.platform.web.Texts;

/**
 * What people agree to when they join.
 *
 * @param required nobody joins without it
 * @param inUse asked for at present
 */
public record Consent(long id, String french, String english, boolean required, int position, boolean inUse) {

    /** In the reader's language. */
    public String text() {
        return Texts.locale().getLanguage().equals("fr") ? french : english;
    }

    /** Under which name it travels in a form. */
    public String field() {
        return "consent-" + id;
    }
}
