package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.web.Sort.By.down;
import static org.jadhere.platform.web.Sort.By.up;

import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/** The filter and the order of the list of allocations. */
public record IpAllocationFilter(
        @Nullable String q, @Nullable Long type, @Nullable Boolean current, Order order) {

    static IpAllocationFilter of(Form form) {
        return new IpAllocationFilter(
                form.text("q"),
                form.number("type"),
                form.flag("current"),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.ADDRESS));
    }

    public enum Order implements Sort {
        ADDRESS(up(IP_ALLOCATION.ADDRESS)),
        ADDRESS_DESC(down(IP_ALLOCATION.ADDRESS)),
        FROM(up(IP_ALLOCATION.HELD_FROM)),
        FROM_DESC(down(IP_ALLOCATION.HELD_FROM));

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
