package org.jadhere.office.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people tell it.
 *
 * @param thing in words, as it was known when it happened
 * @param page where it is shown now; none where it is gone or has none
 * @param history where all that became of it is told
 */
public record HistorySentence(
        HistoryEntry entry,
        String thing,
        @Nullable String page,
        @Nullable String history,
        List<Change> changes) {

    /** What a thing is told by, in the order of the message's arguments. */
    private static final Map<TrackedTable, List<String>> NAMED_BY = Map.ofEntries(
            Map.entry(TrackedTable.EMAIL, List.of("email", "user_id")),
            Map.entry(TrackedTable.ORGANISATION, List.of("name")),
            Map.entry(TrackedTable.REPRESENTATIVE, List.of("organisation_id", "user_id")),
            Map.entry(TrackedTable.FEE, List.of("amount", "member_id")),
            Map.entry(TrackedTable.CREW, List.of("name")),
            Map.entry(TrackedTable.CREW_MEMBER, List.of("crew_id", "user_id")),
            Map.entry(TrackedTable.CREW_PERMISSION, List.of("permission", "crew_id")),
            Map.entry(TrackedTable.SERVICE_TYPE, List.of("name")),
            Map.entry(TrackedTable.PAYMENT, List.of("amount", "months", "service_id")),
            Map.entry(TrackedTable.PREFIX, List.of("prefix")),
            Map.entry(TrackedTable.ADDRESS, List.of("address", "service_id")),
            Map.entry(TrackedTable.JOIN_REQUEST, List.of("email")),
            Map.entry(TrackedTable.CLOSING_REQUEST, List.of("user_id")),
            Map.entry(TrackedTable.CONSENT, List.of("text_fr")),
            Map.entry(TrackedTable.ASSOCIATION, List.of("name")),
            Map.entry(TrackedTable.RETENTION, List.of("kept_data")),
            Map.entry(TrackedTable.RECORD_GAP, List.of("prefix")),
            Map.entry(TrackedTable.COVERED_AREA, List.of("name")),
            Map.entry(TrackedTable.REVERSE_NAME, List.of("address", "name")),
            Map.entry(TrackedTable.DELEGATION, List.of("prefix")),
            Map.entry(TrackedTable.LOCATION, List.of("prefix")),
            Map.entry(TrackedTable.REHEARSAL, List.of("user_id")),
            Map.entry(TrackedTable.PASSKEY, List.of("name", "user_id")),
            Map.entry(TrackedTable.CODE_GENERATOR, List.of("user_id")),
            Map.entry(TrackedTable.RECOVERY_SHEET, List.of("user_id")));

    static HistorySentence of(Actor actor, HistoryEntry entry, KnownNames known) {
        var subject = entry.subject();
        var kind = subject.kind();
        return new HistorySentence(
                entry,
                kind == null ? subject.table() + " " + subject.id() : thing(kind, entry, known),
                kind == null || !known.isAlive(subject) ? null : kind.page(actor, subject.id()),
                kind == null ? null : "/admin/history?kind=%s&id=%d".formatted(kind.word(), subject.id()),
                Change.of(entry, known));
    }

    /** A change that nobody made, to show how one is told. */
    public static HistorySentence specimen(String actor, Instant at, String thing, Change change) {
        Map<String, @Nullable String> image = Map.of("note", "");
        var nothing = new HistoryEntry.Subject("", 0);
        var entry = new HistoryEntry(0, at, nothing, HistoryEntry.Act.UPDATE, image, image, null, actor, "web", null);
        return new HistorySentence(entry, thing, null, null, List.of(change));
    }

    private static String thing(TrackedTable kind, HistoryEntry entry, KnownNames known) {
        Object[] words = switch (kind) {
            case USER -> new Object[] {entry.person()};
            case MEMBER -> new Object[] {entry.then("number"), holder(entry, known)};
            case SERVICE -> new Object[] {service(entry, known)};
            case VALIDATION ->
                new Object[] {Long.valueOf(entry.then("items")), ValueType.MONEY.say(entry.then("total"), known)};
            default ->
                NAMED_BY.getOrDefault(kind, List.of()).stream()
                        .map(column -> TrackedColumn.of(kind, column)
                                .orElseThrow()
                                .reading()
                                .say(entry.then(column), known))
                        .toArray();
        };
        return Texts.t("history.thing." + kind.word(), words);
    }

    private static String holder(HistoryEntry entry, KnownNames known) {
        String organisation = entry.then("organisation_id");
        return organisation.isEmpty()
                ? known.name(TrackedTable.USER, entry.then("user_id"))
                : known.name(TrackedTable.ORGANISATION, organisation);
    }

    private static String service(HistoryEntry entry, KnownNames known) {
        String label = entry.then("label");
        String name = label.isEmpty()
                ? Texts.t("service.unnamed", String.valueOf(entry.subject().id()))
                : label;
        String member = entry.then("member_id");
        return member.isEmpty() ? name : "%s (%s)".formatted(name, known.name(TrackedTable.MEMBER, member));
    }

    public Instant at() {
        return entry.at();
    }

    public String actor() {
        return entry.actor();
    }

    public @Nullable Long actorId() {
        return entry.actorId();
    }

    public @Nullable String reason() {
        return entry.reason();
    }

    /** The thing was there before and still was afterwards. */
    public boolean isChange() {
        return !entry.before().isEmpty() && !entry.after().isEmpty();
    }

    /** Between who did it and what was done to. */
    public String verb() {
        return Texts.t("history.did." + entry.act().name().toLowerCase(Locale.ROOT));
    }

    /** How it came in, where that was not by the pages. */
    public @Nullable String door() {
        return switch (entry.door()) {
            case "web" -> null;
            case "command" -> Texts.t("history.door.command");
            case "program" -> Texts.t("history.door.program");
            case "sql" -> Texts.t("history.door.sql");
            default -> entry.door();
        };
    }
}
