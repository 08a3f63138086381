package org.jadhere.mail;

import static org.jadhere.db.Tables.MAIL;
import static org.jadhere.web.Sort.By.down;

import org.jadhere.web.Form;
import org.jadhere.web.Sort;
import org.jspecify.annotations.Nullable;

/** What the list of letters can be narrowed by. */
public record MailFilter(@Nullable String q, Mail.@Nullable State state) {

    public static MailFilter of(Form form) {
        return new MailFilter(form.text("q"), form.choice("state", Mail.State.class));
    }

    /** The latest first, always. */
    enum Order implements Sort {
        LATEST;

        @Override
        public By by() {
            return down(MAIL.CREATED_AT);
        }
    }
}
