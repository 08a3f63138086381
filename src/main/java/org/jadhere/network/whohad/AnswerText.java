package org.jadhere.network.whohad;

import static org.jadhere.platform.web.Texts.t;
import static org.jadhere.platform.web.Texts.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** An answer in the reader's words, for the page and the command line alike. */
public record AnswerText(String headline, List<Line> lines) {

    public AnswerText {
        lines = List.copyOf(lines);
    }

    /** A line; those without a value are left out. */
    public record Line(String term, String value) {}

    static AnswerText of(WhoHad.Told told) {
        var lines = new ArrayList<Line>();
        add(lines, t("trace.asked"), told.question().address().toString());
        add(lines, t("trace.at"), twice(told.question().at()));
        String headline = tell(told.answer(), lines);
        add(lines, t("trace.seal"), told.seal().toString());
        return new AnswerText(headline, lines);
    }

    private static String tell(Answer answer, List<Line> lines) {
        return switch (answer) {
            case Answer.One one -> one(one, lines);
            case Answer.Several several ->
                several.candidates() == AllocationLookup.MOST
                        ? t("trace.many", AllocationLookup.MOST)
                        : t("trace.several", several.candidates());
            case Answer.Own own -> t(own.use().equals("own") ? "trace.own" : "trace.reserved", own.prefix());
            case Answer.Unassigned free ->
                free.prefix() == null ? t("trace.unassigned") : t("trace.unassigned-in", free.prefix());
            case Answer.NotOurs _ -> t("trace.not-ours");
            case Answer.NotKept kept -> t("trace.not-kept", twice(kept.since()));
            case Answer.Gap gap -> gap(gap, lines);
        };
    }

    private static String gap(Answer.Gap gap, List<Line> lines) {
        add(lines, t("history.field.prefix"), gap.prefix().toString());
        add(lines, t("records.from"), gap.from() == null ? t("records.ever") : twice(gap.from()));
        add(lines, t("records.until"), twice(gap.until()));
        add(lines, t("records.cause"), gap.cause());
        return t("trace.gap");
    }

    private static String one(Answer.One one, List<Line> lines) {
        add(lines, t("trace.allocation"), one.address().toString());
        add(lines, t("address.from"), twice(one.from()));
        add(lines, t("address.until"), one.until() == null ? t("address.held") : twice(one.until()));
        add(lines, t("address.known-since"), twice(one.knownSince()));
        var holding = one.holding();
        add(
                lines,
                t("service"),
                "%s (%s %d)"
                        .formatted(holding.label(), holding.type(), holding.serviceId())
                        .strip());
        add(lines, t("service.period"), Texts.period(holding.period()));
        add(lines, t("trace.known-since"), known(holding.knownSince()));
        add(lines, t("trace.changed"), known(holding.changedAt()));
        add(lines, t("trace.source"), t("trace.source.static"));
        if (holding.holder() == null) {
            return t("trace.one.nobody");
        }
        holder(holding.holder(), lines);
        return t("trace.one", holding.holder().name());
    }

    private static void holder(PastHolder holder, List<Line> lines) {
        add(lines, t("trace.holder"), holder.name());
        add(lines, t("member.number.short"), String.valueOf(holder.number()));
        add(lines, t("trace.representatives"), Texts.list(holder.representatives()));
        add(lines, t("user.email"), Texts.list(holder.emails()));
        add(lines, t("user.phone"), holder.phone());
        add(lines, t("user.address"), holder.address());
        add(lines, t("trace.identity-since"), known(holder.knownSince()));
    }

    private static void add(List<Line> lines, String term, String value) {
        if (!value.isBlank()) {
            lines.add(new Line(term, value));
        }
    }

    private static String known(@Nullable Instant since) {
        return since == null ? "" : twice(since);
    }

    /** In Paris and in UTC: requests quote both, and mix them up. */
    static String twice(Instant instant) {
        return time(instant) + " = " + instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
