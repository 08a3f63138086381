package org.jadhere.access;

import static org.jadhere.db.Pg.fold;
import static org.jadhere.db.Pg.given;
import static org.jadhere.db.Pg.holds;
import static org.jadhere.db.Pg.resembles;
import static org.jadhere.db.Tables.APP_USER;
import static org.jadhere.db.Tables.CREW;
import static org.jadhere.db.Tables.CREW_MEMBER;
import static org.jadhere.db.Tables.MEMBER;
import static org.jadhere.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jadhere.db.Pg;
import org.jadhere.web.Keyset;
import org.jadhere.web.Page;
import org.jadhere.web.Refused;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, each within the reach of who asks. */
@Component
public class Users {

    private static final Field<Result<Record1<String>>> EMAILS = multiset(select(USER_EMAIL.EMAIL)
                    .from(USER_EMAIL)
                    .where(USER_EMAIL.USER_ID.eq(APP_USER.ID))
                    .orderBy(USER_EMAIL.POSITION))
            .as("emails");

    private final DSLContext db;

    Users(DSLContext db) {
        this.db = db;
    }

    /** A line of the list. */
    public record Line(User user, @Nullable Integer memberNumber) {}

    public Optional<User> find(Actor actor, long id) {
        return db.select(APP_USER.asterisk(), EMAILS)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .and(UserRights.seenBy(actor))
                .fetchOptional(Users::toUser);
    }

    /**
     * Where nobody is found by what was typed, those whose name comes close to it: accents, capitals and slips of the
     * finger forgiven.
     */
    @Transactional(readOnly = true)
    public Page<Line> page(Actor actor, UserFilter filter, Keyset place) {
        var exact = page(actor, filter, place, Users::found);
        if (!exact.isEmpty() || filter.q() == null) {
            return exact;
        }
        db.select(Pg.likeness()).fetch();
        return page(actor, filter, place, Users::closeTo);
    }

    private Page<Line> page(Actor actor, UserFilter filter, Keyset place, Function<String, Condition> search) {
        var query = db.select(APP_USER.asterisk(), EMAILS, MEMBER.NUMBER)
                .from(APP_USER)
                .leftJoin(MEMBER)
                .on(MEMBER.USER_ID.eq(APP_USER.ID))
                .where(UserRights.seenBy(actor))
                .and(given(filter.q(), search))
                .and(matching(filter));
        return place.page(query, filter.order(), APP_USER.ID, row -> new Line(toUser(row), row.get(MEMBER.NUMBER)));
    }

    /**
     * The one user that was meant: by login, else by any fragment that leads to one alone.
     * Refuses, beside the field, with those who might be meant.
     */
    public long named(Actor actor, String field, String typed) {
        var exact = db.select(APP_USER.ID)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(typed.replaceAll("^.*\\(|\\)\\s*$", "")))))
                .and(UserRights.seenBy(actor))
                .fetchOptional(APP_USER.ID);
        if (exact.isPresent()) {
            return exact.get();
        }
        var like = choices(actor, typed);
        return switch (like.size()) {
            case 0 -> throw new Refused(field, "error.user-unknown", typed);
            case 1 -> like.getFirst().id();
            default ->
                throw new Refused(
                        field,
                        "error.user-ambiguous",
                        typed,
                        like.stream().map(Choice::label).collect(Collectors.joining(", ")));
        };
    }

    /** A few users whom a fragment might mean. */
    public List<Choice> choices(Actor actor, String typed) {
        return db.select(APP_USER.ID, APP_USER.USERNAME, APP_USER.FIRST_NAME, APP_USER.LAST_NAME)
                .from(APP_USER)
                .where(UserRights.seenBy(actor))
                .and(found(typed))
                .orderBy(APP_USER.SORT_NAME, APP_USER.ID)
                .limit(8)
                .fetch(row -> new Choice(
                        row.value1(),
                        User.fullName(row.value3(), row.value4(), row.value2()) + " (" + row.value2() + ")"));
    }

    /** Somebody to choose, as written in a field: {@code Camille Dupont (camille)}. */
    public record Choice(long id, String label) {}

    private static Condition matching(UserFilter filter) {
        return and(
                given(filter.staff(), staff -> staff ? isStaff() : isStaff().not()),
                given(filter.active(), APP_USER.ACTIVE::eq));
    }

    private static Condition isStaff() {
        return condition(APP_USER.STAFF).or(APP_USER.SUPERUSER);
    }

    private static Condition closeTo(String typed) {
        return resembles(APP_USER.SEARCH, typed);
    }

    /** By any fragment of name, login, phone, address or e-mail, or by member number; each way by its own index. */
    private static Condition found(String typed) {
        return APP_USER.ID.in(select(APP_USER.ID)
                .from(APP_USER)
                .where(holds(APP_USER.SEARCH, typed))
                .union(select(USER_EMAIL.USER_ID).from(USER_EMAIL).where(holds(fold(USER_EMAIL.EMAIL), typed)))
                .union(select(MEMBER.USER_ID).from(MEMBER).where(numbered(typed))));
    }

    /** Digits, also as {@code n° 12} or {@code #12}. */
    private static Condition numbered(String typed) {
        String digits = typed.strip().replaceFirst("^(?i)(n°|#)\\s*", "");
        return digits.matches("\\d{1,9}")
                ? MEMBER.NUMBER.eq(Integer.valueOf(digits)).and(MEMBER.USER_ID.isNotNull())
                : falseCondition();
    }

    /** The names of the crews a user belongs to. */
    public List<String> crewsOf(User user) {
        return db.select(CREW.NAME)
                .from(CREW)
                .join(CREW_MEMBER)
                .on(CREW_MEMBER.CREW_ID.eq(CREW.ID))
                .where(CREW_MEMBER.USER_ID.eq(user.id()))
                .orderBy(CREW.NAME)
                .fetch(CREW.NAME);
    }

    private static User toUser(Record row) {
        return new User(
                row.get(APP_USER.ID),
                row.get(APP_USER.USERNAME),
                row.get(APP_USER.FIRST_NAME),
                row.get(APP_USER.LAST_NAME),
                row.get(EMAILS).getValues(USER_EMAIL.EMAIL),
                row.get(APP_USER.PHONE),
                row.get(APP_USER.ADDRESS),
                row.get(APP_USER.LANGUAGE),
                row.get(APP_USER.STAFF),
                row.get(APP_USER.SUPERUSER),
                row.get(APP_USER.ACTIVE));
    }
}
