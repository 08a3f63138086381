package org.jadhere.office.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An entry as displayed.
 *
 * @param subject the name of the row at that time
 * @param page the page of the row; null if it was deleted or has none
 * @param history the page with the history of the row
 */
public record HistorySentence(
        HistoryEntry entry,
        String subject,
        @Nullable String page,
        @Nullable String history,
        List<Change> changes) {

    /** The columns that describe a row, in the order of the arguments of its message. */
    private static final Map<TrackedTable, List<String>> DESCRIBED_BY = Map.ofEntries(
            Map.entry(TrackedTable.EMAIL, List.of("email", "user_id")),
            Map.entry(TrackedTable.ORGANISATION, List.of("name")),
            Map.entry(TrackedTable.REPRESENTATIVE, List.of("organisation_id", "user_id")),
            Map.entry(TrackedTable.MEMBERSHIP, List.of("member_id")),
            Map.entry(TrackedTable.FEE, List.of("amount", "member_id")),
            Map.entry(TrackedTable.CREW, List.of("name")),
            Map.entry(TrackedTable.CREW_MEMBER, List.of("crew_id", "user_id")),
            Map.entry(TrackedTable.CREW_PERMISSION, List.of("permission", "crew_id")),
            Map.entry(TrackedTable.SERVICE_TYPE, List.of("name")),
            Map.entry(TrackedTable.HOLDING, List.of("service_id", "member_id")),
            Map.entry(TrackedTable.PAYMENT, List.of("amount", "months", "service_id")),
            Map.entry(TrackedTable.PREFIX, List.of("prefix")),
            Map.entry(TrackedTable.ADDRESS, List.of("address", "service_id")),
            Map.entry(TrackedTable.JOIN_REQUEST, List.of("email")),
            Map.entry(TrackedTable.CLOSING_REQUEST, List.of("user_id")),
            Map.entry(TrackedTable.DEPARTURE_REASON, List.of("reason")),
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
        var table = subject.trackedTable();
        return new HistorySentence(
                entry,
                table == null ? subject.table() + " " + subject.id() : describe(table, entry, known),
                table == null || !known.exists(subject) ? null : table.page(actor, subject.id()),
                table == null ? null : "/admin/history?kind=%s&id=%d".formatted(table.word(), subject.id()),
                Change.of(entry, known));
    }

    /** Returns a made-up change, for the style guide. */
    public static HistorySentence example(String actor, Instant at, String subject, Change change) {
        Map<String, @Nullable String> image = Map.of("note", "");
        var row = new HistoryEntry.Subject("", 0);
        var entry = new HistoryEntry(0, at, row, HistoryEntry.Act.UPDATE, image, image, null, actor, "web", null);
        return new HistorySentence(entry, subject, null, null, List.of(change));
    }

    private static String describe(TrackedTable table, HistoryEntry entry, KnownNames known) {
        Object[] arguments = switch (table) {
            case USER -> new Object[] {entry.personName()};
            case MEMBER -> new Object[] {entry.value("number"), holder(entry, known)};
            case SERVICE -> new Object[] {service(entry, known)};
            case VALIDATION ->
                new Object[] {Long.valueOf(entry.value("items")), ValueType.MONEY.format(entry.value("total"), known)};
            default ->
                DESCRIBED_BY.getOrDefault(table, List.of()).stream()
                        .map(column -> TrackedColumn.of(table, column)
                                .orElseThrow()
                                .valueType()
                                .format(entry.value(column), known))
                        .toArray();
        };
        return Texts.t("history.thing." + table.word(), arguments);
    }

    private static String holder(HistoryEntry entry, KnownNames known) {
        String organisation = entry.value("organisation_id");
        return organisation.isEmpty()
                ? known.name(TrackedTable.USER, entry.value("user_id"))
                : known.name(TrackedTable.ORGANISATION, organisation);
    }

    private static String service(HistoryEntry entry, KnownNames known) {
        String label = entry.value("label");
        String name = label.isEmpty()
                ? Texts.t("service.unnamed", String.valueOf(entry.subject().id()))
                : label;
        String member = entry.value("member_id");
        return member.isEmpty() ? name : "%s (%s)".formatted(name, known.name(TrackedTable.MEMBER, member));
    }

    /** Returns whether the entry is an update. */
    public boolean isChange() {
        return !entry.before().isEmpty() && !entry.after().isEmpty();
    }

    /** Returns the verb between actor and subject. */
    public String verb() {
        return Texts.t("history.did." + entry.act().word());
    }

    /** Returns how the change was made, unless it was made on a page. */
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
