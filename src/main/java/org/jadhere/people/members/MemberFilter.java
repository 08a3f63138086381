package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/** The filters and the order of the list of members. */
public record MemberFilter(
        @Nullable String q,
        MemberHolder.@Nullable Kind kind,
        @Nullable Boolean current,
        @Nullable Fee fee,
        Order order) {

    /** Whether a fee covers today; current members only. */
    public enum Fee {
        VALID,
        MISSING,
        /** No fee, but a running service that the actor may see. */
        MISSING_WITH_SERVICE
    }

    public static MemberFilter of(Form form) {
        return new MemberFilter(
                form.text("q"),
                form.choice("kind", MemberHolder.Kind.class),
                form.flag("current"),
                form.choice("fee", Fee.class),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.NUMBER));
    }

    public enum Order implements Sort {
        NUMBER(asc(MEMBER.NUMBER)),
        NUMBER_DESC(desc(MEMBER.NUMBER)),
        NAME(asc(MEMBER.SORT_NAME)),
        NAME_DESC(desc(MEMBER.SORT_NAME)),
        JOINED(asc(MEMBER.LATEST_JOINED_ON)),
        JOINED_DESC(desc(MEMBER.LATEST_JOINED_ON));

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
