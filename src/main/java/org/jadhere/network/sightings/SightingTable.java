package org.jadhere.network.sightings;

import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jadhere.network.sightings.SightingFinding.What;
import org.jspecify.annotations.Nullable;

/** Findings as a table to be read at a terminal, and a line that sums them up. */
final class SightingTable {

    private static final int LONGEST_SERVICE = 30;
    private static final String LINE = "  %-43s  %-30s  %-20s  %-20s  %-9s  %s";

    private final UncheckedAppender out;
    private final Map<What, Long> counts = new EnumMap<>(What.class);
    private final int silentDays;

    SightingTable(Writer out, int silentDays) {
        this.out = new UncheckedAppender(out);
        this.silentDays = silentDays;
    }

    void write(SightingImportReport heard, SightingFindings findings) {
        for (What what : What.values()) {
            var count = new AtomicLong();
            findings.each(what, finding -> {
                if (count.getAndIncrement() == 0) {
                    out.text(title(what) + "\n");
                    line("address", "service", "since", "last seen", "kind", "source");
                }
                write(finding);
            });
            out.text(count.get() == 0 ? "" : "\n");
            counts.put(what, count.get());
        }
        out.text(summary(heard) + "\n");
    }

    private void write(SightingFinding finding) {
        var holding = finding.holding();
        String service = holding == null ? "" : (holding.serviceId() + " " + holding.label()).strip();
        line(
                finding.address().toString(),
                service.length() <= LONGEST_SERVICE ? service : service.substring(0, LONGEST_SERVICE - 1) + "…",
                time(finding.since()),
                time(finding.seenAt()),
                finding.kind() == null ? "" : finding.kind(),
                finding.source() == null ? "" : finding.source());
    }

    private void line(Object... cells) {
        out.text(LINE.formatted(cells).stripTrailing() + "\n");
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String title(What what) {
        return switch (what) {
            case UNALLOCATED -> "Used but not allocated";
            case SILENT -> "Allocated but silent for %d days".formatted(silentDays);
            case ENDED -> "Ended but alive";
        };
    }

    private String summary(SightingImportReport heard) {
        String reasons = heard.passedOver().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason ->
                        "%,d %s".formatted(reason.getValue(), reason.getKey().words()))
                .collect(Collectors.joining(", "));
        return "Lines read: %,d, passed over: %,d%s. Used but not allocated: %,d, allocated but silent: %,d, ended but alive: %,d."
                .formatted(
                        heard.lines(),
                        heard.passedOverInAll(),
                        reasons.isEmpty() ? "" : " (" + reasons + ")",
                        counts.get(What.UNALLOCATED),
                        counts.get(What.SILENT),
                        counts.get(What.ENDED));
    }
}
