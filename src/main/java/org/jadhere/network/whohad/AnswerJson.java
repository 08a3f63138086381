package org.jadhere.network.whohad;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, in the form that docs/csv.md defines: instants in UTC, days in Paris, null for what is not known. */
final class AnswerJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AnswerJson() {}

    static String of(WhoHad.RecordedAnswer answer) {
        return MAPPER.writeValueAsString(object(answer));
    }

    static String of(List<WhoHad.RecordedAnswer> answers) {
        return MAPPER.writeValueAsString(
                answers.stream().map(AnswerJson::object).toList());
    }

    private static Map<String, @Nullable Object> object(WhoHad.RecordedAnswer recorded) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("address", recorded.question().address().toString());
        json.put("at", recorded.question().at().toString());
        json.put("answer", recorded.answer().kind());
        var found = recorded.answer() instanceof Answer.FromAllocation from ? from : null;
        json.put("allocation", found == null ? null : allocation(found.allocation()));
        json.put("service", found == null ? null : service(found.service()));
        var holding = recorded.answer() instanceof Answer.One one ? one.holding() : null;
        json.put("holding", holding == null ? null : holding(holding));
        json.put("holder", holding == null ? null : holder(holding.holder()));
        return json;
    }

    private static Map<String, @Nullable Object> allocation(Answer.FoundAllocation allocation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("address", allocation.address().toString());
        json.put("from", allocation.from().toString());
        json.put("until", text(allocation.until()));
        json.put("known_since", allocation.knownSince().toString());
        return json;
    }

    private static Map<String, @Nullable Object> service(PastService service) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", service.externalId());
        json.put("type", service.type());
        putDays(json, service.period());
        return json;
    }

    private static Map<String, @Nullable Object> holding(PastHolding holding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", holding.externalId());
        json.put("member", holding.holder().number());
        putDays(json, holding.period());
        json.put("known_since", holding.knownSince().toString());
        return json;
    }

    private static Map<String, @Nullable Object> holder(PastHolder holder) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", holder.number());
        json.put("name", holder.name());
        return json;
    }

    /** The end is the first day after the period, as in the CSV folder. */
    private static void putDays(Map<String, @Nullable Object> json, Period period) {
        LocalDate start = period.start();
        LocalDate end = period.end();
        json.put("start", text(start));
        json.put("end", text(end));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
