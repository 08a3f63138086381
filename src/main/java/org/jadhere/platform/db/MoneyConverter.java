package org.jadhere.platform.db;

import java.math.BigDecimal;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Converts {@code numeric} to {@link Money} and back. Configured in src/build/Generate.java for all columns of amounts. */
public class MoneyConverter extends AbstractConverter<BigDecimal, Money> {

    public MoneyConverter() {
        super(BigDecimal.class, Money.class);
    }

    @Override
    public @Nullable Money from(@Nullable BigDecimal value) {
        return value == null ? null : new Money(value);
    }

    @Override
    public @Nullable BigDecimal to(@Nullable Money money) {
        return money == null ? null : money.euros();
    }
}
