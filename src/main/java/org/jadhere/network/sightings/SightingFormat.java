package org.jadhere.network.sightings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jadhere.network.sightings.SightingFinding.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The output formats of findings, streamed; CSV and JSON are a stable interface for other programs. */
enum SightingFormat {
    TABLE {
        @Override
        void write(SightingImportReport report, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            new SightingTable(out, silentDays).write(report, findings);
        }
    },
    CSV {
        @Override
        void write(SightingImportReport report, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(COLUMNS);
            for (Type type : Type.values()) {
                findings.each(
                        type,
                        finding -> csv.writeRecord(columns(finding).values().stream()
                                .map(value -> Objects.toString(value, ""))
                                .toList()));
            }
            csv.flush();
        }
    },
    JSON {
        @Override
        void write(SightingImportReport report, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            out.write("{\"silent_days\":%d,\"lines\":%d,\"passed_over\":".formatted(silentDays, report.lines()));
            Map<String, Integer> skipped = new LinkedHashMap<>();
            report.skipped().forEach((reason, count) -> skipped.put(reason.word(), count));
            var json = JsonMapper.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();
            json.writeValue(out, skipped);
            var appended = new UncheckedAppender(out);
            var count = new AtomicLong();
            appended.text(",\"findings\":[");
            for (Type type : Type.values()) {
                findings.each(type, finding -> {
                    appended.text(count.getAndIncrement() == 0 ? "\n" : ",\n");
                    json.writeValue(out, columns(finding));
                });
            }
            appended.text("\n]}\n");
        }
    };

    private static final String[] COLUMNS = {
        "finding", "address", "allocation_id", "service_id", "service", "since", "last_seen", "kind", "source"
    };

    abstract void write(SightingImportReport report, int silentDays, SightingFindings findings, Writer out)
            throws IOException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> columns(SightingFinding finding) {
        var allocation = finding.allocation();
        @Nullable
        Object[] values = {
            finding.type().word(),
            finding.address().toString(),
            allocation == null ? null : allocation.allocationId(),
            allocation == null ? null : allocation.serviceId(),
            allocation == null ? null : allocation.label(),
            Objects.toString(finding.since(), null),
            Objects.toString(finding.seenAt(), null),
            finding.kind(),
            finding.source()
        };
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            columns.put(COLUMNS[i], values[i]);
        }
        return columns;
    }
}
