package org.jadhere.network.whohad;

import static org.jadhere.platform.web.Texts.t;
import static org.jadhere.platform.web.Texts.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** An answer as text in the language of the user, for the page and the command line. */
public record AnswerText(String headline, List<Line> lines) {

    public AnswerText {
        lines = List.copyOf(lines);
    }

    /** A term and its value, which is never blank. */
    public record Line(String term, String value) {}

    static AnswerText of(WhoHad.RecordedAnswer recorded) {
        var lines = new ArrayList<Line>();
        add(lines, t("trace.asked"), recorded.question().address().toString());
        add(lines, t("trace.at"), parisAndUtc(recorded.question().at()));
        String headline = headline(recorded, lines);
        add(lines, t("trace.seal"), recorded.seal().toString());
        return new AnswerText(headline, lines);
    }

    private static String headline(WhoHad.RecordedAnswer recorded, List<Line> lines) {
        return switch (recorded.answer()) {
            case Answer.FromAllocation found -> found(found, recorded.question().at(), lines);
            case Answer.Several several ->
                several.candidates() == AllocationLookup.MAX_CANDIDATES
                        ? t("trace.many", AllocationLookup.MAX_CANDIDATES)
                        : t("trace.several", several.candidates());
            case Answer.Own own -> t(own.use().equals("own") ? "trace.own" : "trace.reserved", own.prefix());
            case Answer.Unassigned free ->
                free.prefix() == null ? t("trace.unassigned") : t("trace.unassigned-in", free.prefix());
            case Answer.NotOurs _ -> t("trace.not-ours");
            case Answer.NotKept kept -> t("trace.not-kept", parisAndUtc(kept.since()));
            case Answer.Gap gap -> gap(gap, lines);
        };
    }

    private static String gap(Answer.Gap gap, List<Line> lines) {
        add(lines, t("history.field.prefix"), gap.prefix().toString());
        add(lines, t("records.from"), gap.from() == null ? t("records.ever") : parisAndUtc(gap.from()));
        add(lines, t("records.until"), parisAndUtc(gap.until()));
        add(lines, t("records.cause"), gap.cause());
        return t("trace.gap");
    }

    private static String found(Answer.FromAllocation found, Instant at, List<Line> lines) {
        allocation(found.allocation(), lines);
        var service = found.service();
        service(service, lines);
        LocalDate start = service.period().start();
        return switch (found) {
            case Answer.One one -> one(one.holding(), at, lines);
            case Answer.NoHolder _ -> t("trace.one.no-holder");
            case Answer.Ended _ -> t("trace.ended", Texts.date(service.period().lastDay()));
            case Answer.NotStarted _ ->
                start == null ? t("trace.not-started") : t("trace.not-started-before", Texts.date(start));
        };
    }

    private static void allocation(Answer.FoundAllocation allocation, List<Line> lines) {
        add(lines, t("trace.allocation"), allocation.address().toString());
        add(lines, t("address.from"), parisAndUtc(allocation.from()));
        add(
                lines,
                t("address.until"),
                allocation.until() == null ? t("address.held") : parisAndUtc(allocation.until()));
        add(lines, t("address.known-since"), parisAndUtc(allocation.knownSince()));
    }

    private static void service(PastService service, List<Line> lines) {
        add(
                lines,
                t("service"),
                "%s (%s %d)"
                        .formatted(service.label(), service.type(), service.id())
                        .strip());
        add(lines, t("service.period"), Texts.period(service.period()));
        add(lines, t("trace.source"), t("trace.source.static"));
    }

    /** What was recorded after the instant is said as such. */
    private static String one(PastHolding holding, Instant at, List<Line> lines) {
        add(lines, t("trace.held"), Texts.period(holding.period()));
        if (holding.knownSince().isAfter(at)) {
            add(lines, t("trace.known-since"), parisAndUtc(holding.knownSince()));
        }
        if (holding.endKnownSince() != null && holding.endKnownSince().isAfter(at)) {
            add(lines, t("trace.changed"), parisAndUtc(holding.endKnownSince()));
        }
        holder(holding.holder(), lines);
        return holding.knownSince().isAfter(at)
                ? t(
                        "trace.one.noted",
                        holding.holder().name(),
                        Texts.date(holding.period().start()),
                        time(holding.knownSince()))
                : t("trace.one", holding.holder().name());
    }

    private static void holder(PastHolder holder, List<Line> lines) {
        add(lines, t("trace.holder"), holder.name());
        add(lines, t("member.number.short"), String.valueOf(holder.number()));
        add(lines, t("trace.representatives"), Texts.list(holder.representatives()));
        add(lines, t("user.email"), Texts.list(holder.emails()));
        add(lines, t("user.phone"), holder.phone());
        add(lines, t("user.address"), holder.address());
        add(lines, t("trace.identity-since"), optional(holder.knownSince()));
    }

    private static void add(List<Line> lines, String term, String value) {
        if (!value.isBlank()) {
            lines.add(new Line(term, value));
        }
    }

    private static String optional(@Nullable Instant since) {
        return since == null ? "" : parisAndUtc(since);
    }

    /** In Paris time and in UTC, since legal requests quote both and confuse them. */
    static String parisAndUtc(Instant instant) {
        return time(instant) + " = " + instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
