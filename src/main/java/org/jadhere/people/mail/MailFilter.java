package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.web.Sort.By.desc;

import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What the list of letters can be narrowed by.
 *
 * @param stuck whether somebody has to decide what becomes of it
 */
public record MailFilter(
        @Nullable String q,
        Mail.@Nullable State state,
        @Nullable Boolean stuck) {

    public static MailFilter of(Form form) {
        return new MailFilter(form.text("q"), form.choice("state", Mail.State.class), form.flag("stuck"));
    }

    /** The latest first, always. */
    enum Order implements Sort {
        LATEST;

        @Override
        public By by() {
            return desc(MAIL.CREATED_AT);
        }
    }
}
