package org.jadhere.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people tell it.
 *
 * @param thing in words, as it was known when it happened
 * @param page where it is shown now; none where it is gone or has none
 * @param history where all that became of it is told
 */
public record Sentence(
        Entry entry,
        String thing,
        @Nullable String page,
        @Nullable String history,
        List<Change> changes) {

    /** What a thing is told by, in the order of the message's arguments. */
    private static final Map<Kind, List<String>> NAMED_BY = Map.ofEntries(
            Map.entry(Kind.EMAIL, List.of("email", "user_id")),
            Map.entry(Kind.ORGANISATION, List.of("name")),
            Map.entry(Kind.REPRESENTATIVE, List.of("organisation_id", "user_id")),
            Map.entry(Kind.FEE, List.of("amount", "member_id")),
            Map.entry(Kind.CREW, List.of("name")),
            Map.entry(Kind.CREW_MEMBER, List.of("crew_id", "user_id")),
            Map.entry(Kind.CREW_PERMISSION, List.of("permission", "crew_id")),
            Map.entry(Kind.SERVICE_TYPE, List.of("name")),
            Map.entry(Kind.PAYMENT, List.of("amount", "months", "service_id")),
            Map.entry(Kind.PREFIX, List.of("prefix")),
            Map.entry(Kind.ADDRESS, List.of("address", "service_id")),
            Map.entry(Kind.JOIN_REQUEST, List.of("email")),
            Map.entry(Kind.CLOSING_REQUEST, List.of("user_id")),
            Map.entry(Kind.CONSENT, List.of("text_fr")),
            Map.entry(Kind.ASSOCIATION, List.of("name")),
            Map.entry(Kind.RETENTION, List.of("kept_data")),
            Map.entry(Kind.RECORD_GAP, List.of("prefix")),
            Map.entry(Kind.COVERED_AREA, List.of("name")),
            Map.entry(Kind.REVERSE_NAME, List.of("address", "name")),
            Map.entry(Kind.DELEGATION, List.of("prefix")),
            Map.entry(Kind.LOCATION, List.of("prefix")),
            Map.entry(Kind.REHEARSAL, List.of("user_id")),
            Map.entry(Kind.PASSKEY, List.of("name", "user_id")),
            Map.entry(Kind.CODE_GENERATOR, List.of("user_id")),
            Map.entry(Kind.RECOVERY_SHEET, List.of("user_id")));

    static Sentence of(Actor actor, Entry entry, Known known) {
        var subject = entry.subject();
        var kind = subject.kind();
        return new Sentence(
                entry,
                kind == null ? subject.table() + " " + subject.id() : thing(kind, entry, known),
                kind == null || !known.isAlive(subject) ? null : kind.page(actor, subject.id()),
                kind == null ? null : "/admin/history?kind=%s&id=%d".formatted(kind.word(), subject.id()),
                Change.of(entry, known));
    }

    /** A change that nobody made, to show how one is told. */
    public static Sentence specimen(String actor, Instant at, String thing, Change change) {
        Map<String, @Nullable String> image = Map.of("note", "");
        var nothing = new Entry.Subject("", 0);
        var entry = new Entry(0, at, nothing, Entry.Act.UPDATE, image, image, null, actor, "web", null);
        return new Sentence(entry, thing, null, null, List.of(change));
    }

    private static String thing(Kind kind, Entry entry, Known known) {
        Object[] words = switch (kind) {
            case USER -> new Object[] {entry.person()};
            case MEMBER -> new Object[] {entry.then("number"), holder(entry, known)};
            case SERVICE -> new Object[] {service(entry, known)};
            case VALIDATION ->
                new Object[] {Long.valueOf(entry.then("items")), Reading.MONEY.say(entry.then("total"), known)};
            default ->
                NAMED_BY.getOrDefault(kind, List.of()).stream()
                        .map(column ->
                                Column.of(kind, column).orElseThrow().reading().say(entry.then(column), known))
                        .toArray();
        };
        return Texts.t("history.thing." + kind.word(), words);
    }

    private static String holder(Entry entry, Known known) {
        String organisation = entry.then("organisation_id");
        return organisation.isEmpty()
                ? known.name(Kind.USER, entry.then("user_id"))
                : known.name(Kind.ORGANISATION, organisation);
    }

    private static String service(Entry entry, Known known) {
        String label = entry.then("label");
        String name = label.isEmpty()
                ? Texts.t("service.unnamed", String.valueOf(entry.subject().id()))
                : label;
        String member = entry.then("member_id");
        return member.isEmpty() ? name : "%s (%s)".formatted(name, known.name(Kind.MEMBER, member));
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
