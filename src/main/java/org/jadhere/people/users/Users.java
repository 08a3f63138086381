package org.jadhere.people.users;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.fold;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Pg.resemblesWords;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.STAFF_ENTRY;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Pg;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads users, limited to those that the actor may see. */
@Component
public class Users {

    private static final Field<Result<Record2<String, Boolean>>> EMAILS = multiset(
                    select(USER_EMAIL.EMAIL, USER_EMAIL.CONFIRMED)
                            .from(USER_EMAIL)
                            .where(USER_EMAIL.USER_ID.eq(APP_USER.ID))
                            .orderBy(USER_EMAIL.POSITION))
            .as("emails");

    private static final Field<Boolean> EVER_STAFF = field(
                    exists(selectOne().from(STAFF_ENTRY).where(STAFF_ENTRY.USER_ID.eq(APP_USER.ID))))
            .as("ever_staff");

    private final DSLContext db;

    Users(DSLContext db) {
        this.db = db;
    }

    /** A user in the list, with the member number if they have one. */
    public record Line(User user, @Nullable Integer memberNumber) {}

    public Optional<User> find(Actor actor, long id) {
        return db.select(APP_USER.asterisk(), EMAILS, EVER_STAFF)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .and(UserRights.seenBy(actor))
                .fetchOptional(Users::toUser);
    }

    /** The contact details of a user, for the page of a member. The bank crew does not see the postal address. */
    public Optional<Contact> contact(Actor actor, long id) {
        actor.must(actor.isCrew() || actor.isBank());
        return db.select(APP_USER.asterisk(), EMAILS, EVER_STAFF)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .fetchOptional(row -> toUser(row).contact())
                .map(contact -> actor.isCrew() ? contact : contact.withoutAddress());
    }

    /**
     * The users who match the filter. If the text matches none, those with a similar name: accents, letter case and typing
     * errors are ignored.
     */
    @StandbyRead
    @Transactional(readOnly = true)
    public Page<Line> page(Actor actor, UserFilter filter, Keyset place) {
        var exact = place.page(listed(actor, filter, Users::matches), filter.order(), APP_USER.ID, Users::toLine);
        if (!exact.isEmpty() || filter.q() == null) {
            return exact;
        }
        db.select(Pg.setSimilarityThreshold()).fetch();
        return place.page(listed(actor, filter, Users::resembles), filter.order(), APP_USER.ID, Users::toLine);
    }

    /** All users that the pages show, in the same order. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, UserFilter filter, Consumer<Line> line) {
        boolean exact = filter.q() == null || db.fetchExists(listed(actor, filter, Users::matches));
        db.select(Pg.setSimilarityThreshold()).fetch();
        var listed = listed(actor, filter, exact ? Users::matches : Users::resembles);
        Keyset.each(listed, filter.order(), APP_USER.ID, Users::toLine, line);
    }

    private SelectConditionStep<Record> listed(Actor actor, UserFilter filter, Function<String, Condition> search) {
        return db.select(APP_USER.asterisk(), EMAILS, EVER_STAFF, MEMBER.NUMBER)
                .from(APP_USER)
                .leftJoin(MEMBER)
                .on(MEMBER.USER_ID.eq(APP_USER.ID))
                .where(UserRights.seenBy(actor))
                .and(given(filter.q(), search))
                .and(matching(filter));
    }

    private static Line toLine(Record row) {
        return new Line(toUser(row), row.get(MEMBER.NUMBER));
    }

    private static Condition matching(UserFilter filter) {
        return and(
                given(filter.staff(), staff -> staff ? isStaff() : isStaff().not()),
                given(filter.active(), APP_USER.ACTIVE::eq));
    }

    private static Condition isStaff() {
        return condition(APP_USER.STAFF).or(APP_USER.SUPERUSER);
    }

    private static Condition resembles(String typed) {
        return resemblesWords(APP_USER.SEARCH, typed);
    }

    /** Matches any part of name, username, phone, address or e-mail, or the member number; each uses its own index. */
    static Condition matches(String typed) {
        return APP_USER.ID.in(select(APP_USER.ID)
                .from(APP_USER)
                .where(containsWords(APP_USER.SEARCH, typed))
                .union(select(USER_EMAIL.USER_ID).from(USER_EMAIL).where(containsWords(fold(USER_EMAIL.EMAIL), typed)))
                .union(select(MEMBER.USER_ID).from(MEMBER).where(hasNumber(typed))));
    }

    /** Accepts digits, {@code n° 12} and {@code #12}. */
    private static Condition hasNumber(String typed) {
        String digits = typed.strip().replaceFirst("^(?i)(n°|#)\\s*", "");
        return digits.matches("\\d{1,9}")
                ? MEMBER.NUMBER.eq(Integer.valueOf(digits)).and(MEMBER.USER_ID.isNotNull())
                : falseCondition();
    }

    /** The names of a user's crews. */
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
                new Contact(
                        row.get(APP_USER.FIRST_NAME),
                        row.get(APP_USER.LAST_NAME),
                        row.get(EMAILS).getValues(USER_EMAIL.EMAIL),
                        row.get(APP_USER.PHONE),
                        row.get(APP_USER.ADDRESS),
                        row.get(APP_USER.LANGUAGE)),
                row.get(EMAILS).stream()
                        .filter(email -> !email.value2())
                        .map(Record2::value1)
                        .toList(),
                row.get(APP_USER.STAFF),
                row.get(APP_USER.SUPERUSER),
                row.get(APP_USER.ACTIVE),
                row.get(EVER_STAFF));
    }
}
