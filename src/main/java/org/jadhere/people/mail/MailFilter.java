package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.web.Sort.By.desc;

import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of mails.
 *
 * @param stuck whether a crew member has to decide about it
 */
public record MailFilter(
        @Nullable String q,
        Mail.@Nullable State state,
        @Nullable Boolean stuck) {

    public static MailFilter of(Form form) {
        return new MailFilter(form.text("q"), form.choice("state", Mail.State.class), form.flag("stuck"));
    }

    /** The only order: latest first. */
    enum Order implements Sort {
        LATEST;

        @Override
        public By by() {
            return desc(MAIL.CREATED_AT);
        }
    }
}
