package org.jadhere.money.statistics;

import static java.util.Objects.requireNonNull;
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
        long member = given.member("carol");
        for (var service : services) {
            long id = given.service(
                    requireNonNull(types.get(service.type())),
                    with(SERVICE.MEMBER_ID, service.hasMember() ? member : null),
                    with(SERVICE.STARTS_ON, service.start()),
                    with(SERVICE.ENDS_ON, service.end()));
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
        var paid = Stream.generate(this::paid).limit(random.nextInt(7)).toList();
        return new StatisticsDefinition.Service(
                TYPES.get(random.nextInt(3)), random.nextInt(6) > 0, start, start == null ? null : end(start), paid);
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
