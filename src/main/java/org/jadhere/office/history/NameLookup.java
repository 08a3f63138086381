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
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jadhere.network.services.Services;
import org.jadhere.office.history.HistoryEntry.Subject;
import org.jadhere.office.history.KnownNames.NamedRow;
import org.jadhere.people.members.Members;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up the names of all rows that entries mention, in at most two queries: one for existing rows, one for deleted
 * ones. It checks no rights: an actor who may see an entry may see the names in it.
 */
@Component
class NameLookup {

    private static final Field<String> EMPTY = inline("");
    private static final Field<Integer> NO_NUMBER = inline((Integer) null, MEMBER.NUMBER);
    private static final Field<String> NO_HOLDER = inline((String) null, ORGANISATION.NAME);
    private static final Field<String> PERSON = coalesce(
            nullif(trim(concat(APP_USER.FIRST_NAME, inline(" "), APP_USER.LAST_NAME)), EMPTY), APP_USER.USERNAME);

    private static final Set<String> REFERENCED = Set.of("app_user", "organisation", "crew", "service_type", "service");

    private final DSLContext db;
    private final Clock clock;

    NameLookup(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    KnownNames of(Collection<HistoryEntry> entries) {
        Map<Subject, NamedRow> rows = new HashMap<>();
        var mentioned = mentionedIn(entries);
        existing(mentioned).forEach(row -> rows.put(row.subject(), row));
        mentioned.removeAll(rows.keySet());
        deleted(mentioned).forEach(row -> rows.put(row.subject(), row));
        return new KnownNames(rows);
    }

    private static Set<Subject> mentionedIn(Collection<HistoryEntry> entries) {
        Set<Subject> mentioned = new HashSet<>();
        for (HistoryEntry entry : entries) {
            mentioned.add(entry.subject());
            Stream.of(entry.before(), entry.after())
                    .forEach(image -> image.forEach((column, value) ->
                            TrackedColumn.reference(column, value).ifPresent(mentioned::add)));
        }
        return mentioned;
    }

    private List<NamedRow> existing(Set<Subject> mentioned) {
        return mentioned.stream()
                .filter(subject -> subject.trackedTable() != null)
                .collect(groupingBy(
                        subject -> requireNonNull(subject.trackedTable()),
                        TreeMap::new,
                        mapping(Subject::id, toList())))
                .entrySet()
                .stream()
                .flatMap(ids -> Stream.ofNullable(names(ids.getKey(), ids.getValue())))
                .reduce((names, more) -> names.unionAll(more))
                .map(names -> db.fetch(names).map(NameLookup::toNamedRow))
                .orElse(List.of());
    }

    private static Table<?> withHolder(Table<?> table, Field<Long> member) {
        return table.join(Members.WITH_HOLDER).on(MEMBER.ID.eq(member));
    }

    private Table<?> servicesToday() {
        return Services.withMember(LocalDate.now(clock));
    }

    /** Selects the names of rows of one table; null for a table without pages that no other one refers to. */
    private @Nullable Select<Record5<String, Long, String, Integer, String>> names(TrackedTable table, List<Long> ids) {
        return switch (table) {
            case USER -> names(table, APP_USER, APP_USER.ID, ids, PERSON);
            case ORGANISATION -> names(table, ORGANISATION, ORGANISATION.ID, ids, ORGANISATION.NAME);
            case CREW -> names(table, CREW, CREW.ID, ids, CREW.NAME);
            case SERVICE_TYPE -> names(table, SERVICE_TYPE, SERVICE_TYPE.ID, ids, SERVICE_TYPE.NAME);
            case MEMBER -> names(table, Members.WITH_HOLDER, MEMBER.ID, ids, Members.NAME, MEMBER.NUMBER, NO_HOLDER);
            case SERVICE -> names(table, servicesToday(), SERVICE.ID, ids, SERVICE.LABEL, MEMBER.NUMBER, Members.NAME);
            case HOLDING -> members(table, withHolder(HOLDING, HOLDING.MEMBER_ID), HOLDING.ID, ids);
            case MEMBERSHIP -> members(table, withHolder(MEMBERSHIP, MEMBERSHIP.MEMBER_ID), MEMBERSHIP.ID, ids);
            case FEE -> names(table, MEMBERSHIP_FEE, MEMBERSHIP_FEE.ID, ids, EMPTY);
            case PAYMENT -> names(table, PAYMENT, PAYMENT.ID, ids, EMPTY);
            case ADDRESS -> names(table, IP_ALLOCATION, IP_ALLOCATION.ID, ids, EMPTY);
            case JOIN_REQUEST -> names(table, JOIN_REQUEST, JOIN_REQUEST.ID, ids, JOIN_REQUEST.EMAIL);
            case PREFIX -> names(table, PREFIX, PREFIX.ID, ids, EMPTY);
            case COVERED_AREA -> names(table, COVERED_AREA, COVERED_AREA.ID, ids, EMPTY);
            case REVERSE_NAME -> names(table, REVERSE_NAME, REVERSE_NAME.ID, ids, EMPTY);
            case DELEGATION -> names(table, DELEGATION, DELEGATION.ID, ids, EMPTY);
            case LOCATION -> names(table, LOCATION, LOCATION.ID, ids, EMPTY);
            default -> null;
        };
    }

    private static Select<Record5<String, Long, String, Integer, String>> members(
            TrackedTable table, Table<?> source, Field<Long> id, List<Long> ids) {
        return names(table, source, id, ids, EMPTY, MEMBER.NUMBER, Members.NAME);
    }

    private static Select<Record5<String, Long, String, Integer, String>> names(
            TrackedTable table, Table<?> source, Field<Long> id, List<Long> ids, Field<String> name) {
        return names(table, source, id, ids, name, NO_NUMBER, NO_HOLDER);
    }

    private static Select<Record5<String, Long, String, Integer, String>> names(
            TrackedTable table,
            Table<?> source,
            Field<Long> id,
            List<Long> ids,
            Field<String> name,
            Field<Integer> number,
            Field<String> holder) {
        return select(inline(table.tableName()), id, name, number, holder)
                .from(source)
                .where(id.in(ids));
    }

    private static NamedRow toNamedRow(Record row) {
        return new NamedRow(
                new Subject(row.get(0, String.class), row.get(1, Long.class)),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, String.class),
                true);
    }

    /** Reads the names of deleted rows from the history of their deletion. */
    private List<NamedRow> deleted(Set<Subject> missing) {
        var rows = missing.stream()
                .filter(subject -> REFERENCED.contains(subject.table()))
                .map(subject -> row(subject.table(), subject.id()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : db.select(HISTORY.asterisk(), inline(true).as(HistoryEntry.NOTES_SHOWN))
                        .from(HISTORY)
                        .where(row(HISTORY.TABLE_NAME, HISTORY.ROW_ID).in(rows))
                        .and(HISTORY.ACTION.eq("delete"))
                        .fetch(row -> deletedRow(HistoryEntry.of(row)));
    }

    private static NamedRow deletedRow(HistoryEntry deletion) {
        String name = deletion.subject().trackedTable() == TrackedTable.USER
                ? deletion.personName()
                : deletion.value("name") + deletion.value("label"); // no table has both
        return new NamedRow(deletion.subject(), name, null, null, false);
    }
}
