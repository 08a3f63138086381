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
import org.jadhere.network.sightings.SightingFinding.What;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which findings are printed, one by one as they come; CSV and JSON are a contract that other programs read. */
enum SightingFormat {
    TABLE {
        @Override
        void write(SightingImportReport heard, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            new SightingTable(out, silentDays).write(heard, findings);
        }
    },
    CSV {
        @Override
        void write(SightingImportReport heard, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(COLUMNS);
            for (What what : What.values()) {
                findings.each(
                        what,
                        finding -> csv.writeRecord(columns(finding).values().stream()
                                .map(value -> Objects.toString(value, ""))
                                .toList()));
            }
            csv.flush();
        }
    },
    JSON {
        @Override
        void write(SightingImportReport heard, int silentDays, SightingFindings findings, Writer out)
                throws IOException {
            out.write("{\"silent_days\":%d,\"lines\":%d,\"passed_over\":".formatted(silentDays, heard.lines()));
            Map<String, Integer> passed = new LinkedHashMap<>();
            heard.passedOver().forEach((reason, count) -> passed.put(reason.word(), count));
            var json = JsonMapper.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();
            json.writeValue(out, passed);
            var appended = new UncheckedAppender(out);
            var count = new AtomicLong();
            appended.text(",\"findings\":[");
            for (What what : What.values()) {
                findings.each(what, finding -> {
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

    abstract void write(SightingImportReport heard, int silentDays, SightingFindings findings, Writer out)
            throws IOException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> columns(SightingFinding finding) {
        var holding = finding.holding();
        @Nullable
        Object[] values = {
            finding.what().word(),
            finding.address().toString(),
            holding == null ? null : holding.allocationId(),
            holding == null ? null : holding.serviceId(),
            holding == null ? null : holding.label(),
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
