package org.jadhere.money.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.money.common.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * What the services bring in, as of a date.
 *
 * @param types in the order of their names, by code point
 * @param total of the types that are listed
 */
public record Figures(LocalDate date, List<OfType> types, Line total) {

    public record OfType(long typeId, String type, Line line) {}

    /**
     * The figures of one type, or of all. Amounts are euros for a month, exact until rounded half up to cents.
     *
     * @param services all of them, whatever their dates
     * @param withoutMember among the active ones, as are paying, free and not paying
     * @param validatedIncome the part of the monthly income that the bank crew has confirmed
     * @param mean over the paying services; none where nobody pays, as for the median
     * @param byMethod the monthly income by the methods of those who pay, in the order of the methods
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
