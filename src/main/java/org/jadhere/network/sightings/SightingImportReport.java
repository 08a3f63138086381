package org.jadhere.network.sightings;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jadhere.platform.db.Word;

/**
 * The result of the import of a router's table.
 *
 * @param lines the number of lines
 * @param skipped the number of skipped lines by reason
 */
record SightingImportReport(int lines, Map<SkipReason, Integer> skipped) {

    /** Why a line is not kept. */
    enum SkipReason implements Word {
        NOT_ROUTABLE("default routes, link-local, multicast or loopback"),
        WIDER("wider than what is ours"),
        ELSEWHERE("not ours"),
        OLD("older than three months");

        private final String text;

        SkipReason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** The JSON key of the command {@code seen}, a stable interface; {@code nobodys} is older than the constant. */
        @Override
        public String word() {
            return this == NOT_ROUTABLE ? "nobodys" : Word.super.word();
        }
    }

    SightingImportReport {
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }

    int skippedLines() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
