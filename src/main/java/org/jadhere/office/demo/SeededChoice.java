package org.jadhere.office.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Choices that look random and are the same for the same seed. */
final class SeededChoice {

    private final Random random;

    SeededChoice(long seed) {
        random = new Random(seed);
    }

    /** So many times in a hundred. */
    boolean in100(int times) {
        return random.nextInt(100) < times;
    }

    /** Both ends are possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A day from one to the other, both possible; the first where they stand the wrong way round. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(Math.max(1, last.toEpochDay() - first.toEpochDay() + 1)));
    }
}
