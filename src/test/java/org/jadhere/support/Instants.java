package org.jadhere.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jadhere.platform.web.Texts;

/** Random instants of a few years; half of them are within hours of a change to or from daylight saving time. */
public final class Instants {

    public static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    public static final int DAYS = 2000;

    private static final Duration STEP = Duration.ofMinutes(15);

    private Instants() {}

    public static Instant any(Random random) {
        Instant day = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
        return random.nextBoolean()
                ? day.plus(STEP.multipliedBy(random.nextInt(96)))
                : Texts.PARIS
                        .getRules()
                        .nextTransition(day)
                        .getInstant()
                        .plus(STEP.multipliedBy(random.nextInt(17) - 8L));
    }
}
