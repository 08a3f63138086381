package org.jadhere.money.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.money.common.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * The financial figures of the services, as of a date.
 *
 * @param types sorted by name, by code point
 * @param total the total of the listed types
 */
public record Figures(LocalDate date, List<TypeLine> types, Line total) {

    public record TypeLine(long typeId, String type, Line line) {}

    /**
     * The figures of one type, or of all. Amounts are euros per month, rounded half up to cents.
     *
     * @param services the number of services, regardless of their dates
     * @param withoutMember active services without a member; paying, free and notPaying are active services too
     * @param validatedIncome the part of the monthly income that the bank crew has confirmed
     * @param mean of the paying services; null if there are none, like the median
     * @param byMethod the monthly income by payment method, in the order of the methods; methods without income are
     *     absent
     */
    public record Line(
            long services,
            long active,
            long withoutMember,
            long paying,
            long free,
            long notPaying,
            BigDecimal monthlyIncome,
            BigDecimal validatedIncome,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal median,
            Map<PaymentMethod, BigDecimal> byMethod) {}
}
