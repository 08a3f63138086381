package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.web.Sort.By.down;
import static org.jadhere.platform.web.Sort.By.up;

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
        ADDRESS(up(REVERSE_NAME.ADDRESS)),
        ADDRESS_DESC(down(REVERSE_NAME.ADDRESS)),
        NAME(up(REVERSE_NAME.NAME.collate("C"))),
        NAME_DESC(down(REVERSE_NAME.NAME.collate("C")));

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
