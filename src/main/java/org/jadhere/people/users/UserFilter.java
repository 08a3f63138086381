package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;
import static org.jooq.impl.DSL.lower;

import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/** The filters and the order of the list of users. */
public record UserFilter(
        @Nullable String q,
        @Nullable Boolean staff,
        @Nullable Boolean active,
        Order order) {

    public static UserFilter of(Form form) {
        return new UserFilter(
                form.text("q"),
                form.flag("staff"),
                form.flag("active"),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.NAME));
    }

    public enum Order implements Sort {
        NAME(asc(APP_USER.SORT_NAME)),
        NAME_DESC(desc(APP_USER.SORT_NAME)),
        USERNAME(asc(lower(APP_USER.USERNAME))),
        USERNAME_DESC(desc(lower(APP_USER.USERNAME)));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        @Override
        public By by() {
            return by;
        }
    }
}
