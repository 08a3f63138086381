package org.jadhere.network.sightings;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a router's table.
 *
 * @param lines how many it had
 * @param passedOver how many of them say nothing about what is ours, by the reason
 */
record SightingImportReport(int lines, Map<PassedOver, Integer> passedOver) {

    /** Why a line is not kept. */
    enum PassedOver {
        NOBODYS("default routes, link-local, multicast or loopback"),
        WIDER("wider than what is ours"),
        ELSEWHERE("not ours"),
        OLD("older than three months");

        private final String words;

        PassedOver(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SightingImportReport {
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    int passedOverInAll() {
        return passedOver.values().stream().mapToInt(Integer::intValue).sum();
    }
}
