package org.jadhere.office.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random choices that are the same for the same seed. */
final class SeededChoice {

    private final Random generator;

    SeededChoice(long seed) {
        generator = new Random(seed);
    }

    /** Returns true with this probability. */
    boolean percent(int probability) {
        return generator.nextInt(100) < probability;
    }

    /** Returns a number from the least to the most, both included. */
    int between(int least, int most) {
        return least + generator.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(generator.nextInt(choices.size()));
    }

    /** Returns a day from the first to the last, both included; the first if they are reversed. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(generator.nextLong(Math.max(1, last.toEpochDay() - first.toEpochDay() + 1)));
    }
}
