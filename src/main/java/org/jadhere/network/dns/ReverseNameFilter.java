package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/** The filter and the order of the list of reverse names. */
public record ReverseNameFilter(@Nullable String q, Order order) {

    static ReverseNameFilter of(Form form) {
        return new ReverseNameFilter(
                form.text("q"), Objects.requireNonNullElse(form.choice("sort", Order.class), Order.ADDRESS));
    }

    public enum Order implements Sort {
        ADDRESS(asc(REVERSE_NAME.ADDRESS)),
        ADDRESS_DESC(desc(REVERSE_NAME.ADDRESS)),
        NAME(asc(REVERSE_NAME.NAME.collate("C"))),
        NAME_DESC(desc(REVERSE_NAME.NAME.collate("C")));

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
