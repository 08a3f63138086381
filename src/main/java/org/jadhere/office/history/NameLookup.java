package org.jadhere.office.history;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.COVERED_AREA;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jadhere.network.services.Services;
import org.jadhere.office.history.HistoryEntry.Subject;
import org.jadhere.office.history.KnownNames.Named;
import org.jadhere.people.members.Members;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Looks up what the things of some entries are called, however many they are: one query for those that exist, and one
 * for those that do not, where there are any. Whoever may read the entry may read what it mentions.
 */
@Component
class NameLookup {

    private static final Field<String> NOTHING = inline("");
    private static final Field<Integer> NO_NUMBER = inline((Integer) null, MEMBER.NUMBER);
    private static final Field<String> NO_HOLDER = inline((String) null, ORGANISATION.NAME);
    private static final Field<String> PERSON = coalesce(
            nullif(trim(concat(APP_USER.FIRST_NAME, inline(" "), APP_USER.LAST_NAME)), NOTHING), APP_USER.USERNAME);

    private static final Set<String> NAMED_BY_OTHERS =
            Set.of("app_user", "organisation", "crew", "service_type", "service");

    private final DSLContext db;

    NameLookup(DSLContext db) {
        this.db = db;
    }

    KnownNames of(Collection<HistoryEntry> entries) {
        Map<Subject, Named> things = new HashMap<>();
        var mentioned = mentionedIn(entries);
        alive(mentioned).forEach(named -> things.put(named.subject(), named));
        mentioned.removeAll(things.keySet());
        gone(mentioned).forEach(named -> things.put(named.subject(), named));
        return new KnownNames(things);
    }

    private static Set<Subject> mentionedIn(Collection<HistoryEntry> entries) {
        Set<Subject> mentioned = new HashSet<>();
        for (HistoryEntry entry : entries) {
            mentioned.add(entry.subject());
            entry.before()
                    .forEach((column, value) ->
                            TrackedColumn.reference(column, value).ifPresent(mentioned::add));
            entry.after()
                    .forEach((column, value) ->
                            TrackedColumn.reference(column, value).ifPresent(mentioned::add));
        }
        return mentioned;
    }

    private List<Named> alive(Set<Subject> mentioned) {
        return mentioned.stream()
                .filter(subject -> subject.kind() != null)
                .collect(groupingBy(
                        subject -> requireNonNull(subject.kind()), TreeMap::new, mapping(Subject::id, toList())))
                .entrySet()
                .stream()
                .flatMap(ids -> names(ids.getKey(), ids.getValue()).stream())
                .reduce((names, more) -> names.unionAll(more))
                .map(names -> db.fetch(names).map(NameLookup::toNamed))
                .orElse(List.of());
    }

    /** The names of one kind of thing; none of a kind that is never mentioned by another and has no page. */
    private static Optional<Select<Record5<String, Long, String, Integer, String>>> names(
            TrackedTable kind, List<Long> ids) {
        return Optional.ofNullable(
                switch (kind) {
                    case USER -> names(kind, APP_USER, APP_USER.ID, ids, PERSON);
                    case ORGANISATION -> names(kind, ORGANISATION, ORGANISATION.ID, ids, ORGANISATION.NAME);
                    case CREW -> names(kind, CREW, CREW.ID, ids, CREW.NAME);
                    case SERVICE_TYPE -> names(kind, SERVICE_TYPE, SERVICE_TYPE.ID, ids, SERVICE_TYPE.NAME);
                    case MEMBER ->
                        names(kind, Members.WITH_HOLDER, MEMBER.ID, ids, Members.NAME, MEMBER.NUMBER, NO_HOLDER);
                    case SERVICE ->
                        names(kind, Services.WITH_MEMBER, SERVICE.ID, ids, SERVICE.LABEL, MEMBER.NUMBER, Members.NAME);
                    case FEE -> names(kind, MEMBERSHIP_FEE, MEMBERSHIP_FEE.ID, ids, NOTHING);
                    case PAYMENT -> names(kind, PAYMENT, PAYMENT.ID, ids, NOTHING);
                    case ADDRESS -> names(kind, IP_ALLOCATION, IP_ALLOCATION.ID, ids, NOTHING);
                    case JOIN_REQUEST -> names(kind, JOIN_REQUEST, JOIN_REQUEST.ID, ids, JOIN_REQUEST.EMAIL);
                    case ASSOCIATION, CONSENT, CLOSING_REQUEST -> null;
                    case PREFIX -> names(kind, PREFIX, PREFIX.ID, ids, NOTHING);
                    case EMAIL, REPRESENTATIVE, CREW_MEMBER, CREW_PERMISSION, VALIDATION, REHEARSAL -> null;
                    case PASSKEY, CODE_GENERATOR, RECOVERY_SHEET, RETENTION, RECORD_GAP, PUBLISHING -> null;
                    case COVERED_AREA -> names(kind, COVERED_AREA, COVERED_AREA.ID, ids, NOTHING);
                    case REVERSE_NAME -> names(kind, REVERSE_NAME, REVERSE_NAME.ID, ids, NOTHING);
                    case DELEGATION -> names(kind, DELEGATION, DELEGATION.ID, ids, NOTHING);
                    case LOCATION -> names(kind, LOCATION, LOCATION.ID, ids, NOTHING);
                });
    }

    private static Select<Record5<String, Long, String, Integer, String>> names(
            TrackedTable kind, Table<?> table, Field<Long> id, List<Long> ids, Field<String> name) {
        return names(kind, table, id, ids, name, NO_NUMBER, NO_HOLDER);
    }

    private static Select<Record5<String, Long, String, Integer, String>> names(
            TrackedTable kind,
            Table<?> table,
            Field<Long> id,
            List<Long> ids,
            Field<String> name,
            Field<Integer> number,
            Field<String> holder) {
        return select(inline(kind.table()), id, name, number, holder)
                .from(table)
                .where(id.in(ids));
    }

    private static Named toNamed(Record row) {
        return new Named(
                new Subject(row.get(0, String.class), row.get(1, Long.class)),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, String.class),
                true);
    }

    /** As their last rows in the history, which tell the deletion, had them. */
    private List<Named> gone(Set<Subject> missing) {
        var rows = missing.stream()
                .filter(subject -> NAMED_BY_OTHERS.contains(subject.table()))
                .map(subject -> row(subject.table(), subject.id()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : db.select(HISTORY.asterisk(), inline(true).as(HistoryEntry.NOTES_SHOWN))
                        .from(HISTORY)
                        .where(row(HISTORY.TABLE_NAME, HISTORY.ROW_ID).in(rows))
                        .and(HISTORY.ACTION.eq("delete"))
                        .fetch(row -> named(HistoryEntry.of(row)));
    }

    private static Named named(HistoryEntry deletion) {
        String name = deletion.subject().kind() == TrackedTable.USER
                ? deletion.person()
                : deletion.then("name") + deletion.then("label"); // no table has both
        return new Named(deletion.subject(), name, null, null, false);
    }
}
