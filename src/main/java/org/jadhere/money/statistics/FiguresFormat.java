package org.jadhere.money.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The output formats of the figures. Other programs read CSV and JSON, so these do not change. */
enum FiguresFormat implements Word {
    TABLE {
        @Override
        void write(Figures figures, Writer out) throws IOException {
            out.write(FiguresTable.of(figures));
        }
    },
    CSV {
        @Override
        void write(Figures figures, Writer out) throws IOException {
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(Stream.concat(Stream.of("type"), columns(figures.total()).keySet().stream())
                    .toList());
            figures.types().forEach(type -> csv.writeRecord(cells(type.type(), type.line())));
            csv.writeRecord(cells("total", figures.total()));
            csv.flush();
        }
    },
    JSON {
        @Override
        void write(Figures figures, Writer out) throws IOException {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("date", figures.date().toString());
            whole.put(
                    "types", figures.types().stream().map(FiguresFormat::object).toList());
            whole.put("total", object(figures.total()));
            JsonMapper.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build()
                    .writeValue(out, whole);
            out.write('\n');
        }
    };

    abstract void write(Figures figures, Writer out) throws IOException;

    @Override
    public String toString() {
        return word();
    }

    /** The columns in their documented order: numbers, amounts as text, or null. */
    private static Map<String, @Nullable Object> columns(Figures.Line line) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("services", line.services());
        columns.put("active", line.active());
        columns.put("without_member", line.withoutMember());
        columns.put("paying", line.paying());
        columns.put("free", line.free());
        columns.put("not_paying", line.notPaying());
        columns.put("monthly_income", text(line.monthlyIncome()));
        columns.put("validated_income", text(line.validatedIncome()));
        columns.put("mean", text(line.mean()));
        columns.put("median", text(line.median()));
        return columns;
    }

    private static List<String> cells(String type, Figures.Line line) {
        var figures = columns(line).values().stream().map(value -> Objects.toString(value, ""));
        return Stream.concat(Stream.of(type), figures).toList();
    }

    private static Map<String, @Nullable Object> object(Figures.TypeLine type) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", type.type());
        object.putAll(object(type.line()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Figures.Line line) {
        Map<String, @Nullable Object> object = columns(line);
        Map<String, String> byMethod = new LinkedHashMap<>();
        line.byMethod().forEach((method, sum) -> byMethod.put(method.word(), sum.toPlainString()));
        object.put("by_method", byMethod);
        return object;
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
