package org.jadhere.money.statistics;

import static java.util.Objects.requireNonNull;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.support.Given;
import org.jspecify.annotations.Nullable;

/** Random services and payments of a seed. Days are close to a leap day and prices few, so that many coincide. */
final class RandomServices {

    private static final LocalDate ORIGIN = LocalDate.of(2024, 2, 20);
    private static final int DAYS = 20;
    private static final List<String> TYPES = List.of("b", "B", "é", "empty");
    private static final int[] PERIODS = {0, 1, 1, 2, 3, 6, 12};
    private static final String[] AMOUNTS = {"0.00", "0.01", "0.05", "10.00", "28.00", "99.99", "99999999.99"};

    private final Random random;
    private final List<String> ids = new ArrayList<>();
    private final List<StatisticsDefinition.Service> services = new ArrayList<>();

    RandomServices(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            ids.add(random.nextInt(4) > 0 ? Integer.toString(i) : "p" + i);
        }
        Collections.shuffle(ids, random);
        for (int i = 0; i < 60; i++) {
            services.add(service());
        }
    }

    List<StatisticsDefinition.Service> services() {
        return services;
    }

    List<String> types(String... others) {
        return Stream.concat(TYPES.stream(), Stream.of(others)).toList();
    }

    List<LocalDate> dates(int count) {
        return Stream.generate(this::day).limit(count).toList();
    }

    void put(Given given) {
        Map<String, Long> types = new HashMap<>();
        TYPES.forEach(type -> types.put(type, given.serviceType(type)));
        var members = List.of(given.member("carol"), given.member("dave"));
        for (var service : services) {
            long id = given.service(
                    requireNonNull(types.get(service.type())),
                    with(SERVICE.STARTS_ON, service.start()),
                    with(SERVICE.ENDS_ON, service.end()));
            service.held()
                    .forEach(held -> given.holding(
                            id,
                            with(HOLDING.MEMBER_ID, members.get(random.nextInt(2))),
                            with(HOLDING.STARTS_ON, held.start()),
                            with(HOLDING.ENDS_ON, held.end())));
            service.paid().forEach(paid -> put(given, id, paid));
        }
    }

    private static void put(Given given, long service, StatisticsDefinition.Paid paid) {
        given.payment(
                service,
                with(PAYMENT.EXTERNAL_ID, paid.id()),
                with(PAYMENT.AMOUNT, new Money(paid.amount())),
                with(PAYMENT.METHOD, paid.method().word()),
                with(PAYMENT.MONTHS, (short) paid.period()),
                with(PAYMENT.STARTS_ON, paid.start()),
                with(PAYMENT.ENDS_ON, paid.end()),
                with(PAYMENT.VALIDATED, paid.validated()));
    }

    private StatisticsDefinition.Service service() {
        var start = random.nextInt(8) == 0 ? null : day();
        var end = start == null ? null : end(start);
        var paid = Stream.generate(this::paid).limit(random.nextInt(7)).toList();
        return new StatisticsDefinition.Service(
                TYPES.get(random.nextInt(3)), start, end, start == null ? List.of() : holdings(start, end), paid);
    }

    /** One holder after the other, with and without days between them, until the end of the service or before. */
    private List<StatisticsDefinition.Held> holdings(LocalDate start, @Nullable LocalDate end) {
        var holdings = new ArrayList<StatisticsDefinition.Held>();
        LocalDate from = start.plusDays(random.nextInt(3));
        while (random.nextInt(5) > 0 && (end == null || from.isBefore(end))) {
            LocalDate until = random.nextInt(3) == 0 ? end : from.plusDays(1 + random.nextInt(6));
            until = end != null && until != null && until.isAfter(end) ? end : until;
            holdings.add(new StatisticsDefinition.Held(from, until));
            if (until == null) {
                break;
            }
            from = until.plusDays(random.nextInt(3));
        }
        return holdings;
    }

    private StatisticsDefinition.Paid paid() {
        var start = day();
        return new StatisticsDefinition.Paid(
                ids.removeLast(),
                new BigDecimal(AMOUNTS[random.nextInt(AMOUNTS.length)]),
                PaymentMethod.values()[random.nextInt(PaymentMethod.values().length)],
                PERIODS[random.nextInt(PERIODS.length)],
                start,
                end(start),
                random.nextBoolean());
    }

    private LocalDate day() {
        return ORIGIN.plusDays(random.nextInt(DAYS));
    }

    private @Nullable LocalDate end(LocalDate start) {
        return random.nextBoolean() ? null : start.plusDays(1 + random.nextInt(DAYS));
    }
}
