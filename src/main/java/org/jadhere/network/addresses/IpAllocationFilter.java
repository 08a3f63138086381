package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The filter and the order of the list of allocations.
 *
 * @param ended allocations that run on although their service has ended
 */
public record IpAllocationFilter(
        @Nullable String q, @Nullable Long type, @Nullable Boolean current, boolean ended, Order order) {

    public static IpAllocationFilter of(Form form) {
        return new IpAllocationFilter(
                form.text("q"),
                form.number("type"),
                form.flag("current"),
                Boolean.TRUE.equals(form.flag("ended")),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.ADDRESS));
    }

    public enum Order implements Sort {
        ADDRESS(asc(IP_ALLOCATION.ADDRESS)),
        ADDRESS_DESC(desc(IP_ALLOCATION.ADDRESS)),
        FROM(asc(IP_ALLOCATION.HELD_FROM)),
        FROM_DESC(desc(IP_ALLOCATION.HELD_FROM));

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
