package org.jadhere.network.sightings;

import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jadhere.network.sightings.SightingFinding.Type;
import org.jspecify.annotations.Nullable;

/** Prints findings as a text table with a summary line. */
final class SightingTable {

    private static final int MAX_SERVICE_LENGTH = 30;
    private static final String LINE = "  %-43s  %-30s  %-20s  %-20s  %-9s  %s";

    private final UncheckedAppender out;
    private final Map<Type, Long> counts = new EnumMap<>(Type.class);
    private final int silentDays;

    SightingTable(Writer out, int silentDays) {
        this.out = new UncheckedAppender(out);
        this.silentDays = silentDays;
    }

    void write(SightingImportReport report, SightingFindings findings) {
        for (Type type : Type.values()) {
            var count = new AtomicLong();
            findings.each(type, finding -> {
                if (count.getAndIncrement() == 0) {
                    out.text(title(type) + "\n");
                    line("address", "service", "since", "last seen", "kind", "source");
                }
                write(finding);
            });
            out.text(count.get() == 0 ? "" : "\n");
            counts.put(type, count.get());
        }
        out.text(summary(report) + "\n");
    }

    private void write(SightingFinding finding) {
        var allocation = finding.allocation();
        String service = allocation == null ? "" : (allocation.serviceId() + " " + allocation.label()).strip();
        line(
                finding.address().toString(),
                service.length() <= MAX_SERVICE_LENGTH ? service : service.substring(0, MAX_SERVICE_LENGTH - 1) + "…",
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

    private String title(Type type) {
        return switch (type) {
            case UNALLOCATED -> "Used but not allocated";
            case SILENT -> "Allocated but silent for %d days".formatted(silentDays);
            case ENDED -> "Ended but alive";
        };
    }

    private String summary(SightingImportReport report) {
        String reasons = report.skipped().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason ->
                        "%,d %s".formatted(reason.getValue(), reason.getKey().text()))
                .collect(Collectors.joining(", "));
        return "Lines read: %,d, passed over: %,d%s. Used but not allocated: %,d, allocated but silent: %,d, ended but alive: %,d."
                .formatted(
                        report.lines(),
                        report.skippedLines(),
                        reasons.isEmpty() ? "" : " (" + reasons + ")",
                        counts.get(Type.UNALLOCATED),
                        counts.get(Type.SILENT),
                        counts.get(Type.ENDED));
    }
}
