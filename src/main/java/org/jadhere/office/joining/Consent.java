package org.jadhere.office.joining;

import org.jadhere.platform.web.Texts;

/**
 * A text that applicants agree to.
 *
 * @param required whether an applicant must agree to it
 * @param inUse whether the form shows it
 */
public record Consent(long id, String french, String english, boolean required, int position, boolean inUse) {

    /** Returns the text in the language of the user. */
    public String text() {
        return Texts.locale().getLanguage().equals("fr") ? french : english;
    }

    /** Returns the name of the form field. */
    public String field() {
        return "consent-" + id;
    }
}
