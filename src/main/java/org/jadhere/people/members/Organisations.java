package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.PersonName;
import org.jadhere.people.users.User;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads organisations, limited to those that the actor may see. */
@Component
public class Organisations {

    private final DSLContext db;

    Organisations(DSLContext db) {
        this.db = db;
    }

    /** An organisation in the list, with its member number if it has joined. */
    public record Line(Organisation organisation, @Nullable Integer memberNumber) {}

    /** A user who may act for an organisation. */
    public record Representative(long userId, String name) {}

    public enum Order implements Sort {
        NAME(asc(ORGANISATION.SORT_NAME)),
        NAME_DESC(desc(ORGANISATION.SORT_NAME));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        @Override
        public By by() {
            return by;
        }

        static Order of(Form form) {
            return Objects.requireNonNullElse(form.choice("sort", Order.class), NAME);
        }
    }

    public Optional<Organisation> find(Actor actor, long id) {
        return db.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.eq(id))
                .and(MemberRights.organisationsSeenBy(actor))
                .fetchOptional(Organisations::toOrganisation);
    }

    /** Name, e-mail and phone for the bank crew, which does not see postal addresses; all for crews. */
    public Optional<Organisation> contact(Actor actor, long id) {
        actor.must(actor.isCrew() || actor.isBank());
        return db.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.eq(id))
                .fetchOptional(Organisations::toOrganisation)
                .map(found -> actor.isCrew()
                        ? found
                        : new Organisation(found.id(), found.name(), "", found.email(), found.phone(), ""));
    }

    /** The organisations that the actor may act for, members or not. */
    public List<Organisation> representedBy(Actor actor) {
        return db.selectFrom(ORGANISATION)
                .where(MemberRights.organisationsRepresentedBy(actor))
                .orderBy(ORGANISATION.SORT_NAME, ORGANISATION.ID)
                .fetch(Organisations::toOrganisation);
    }

    /** The organisations that a user may act for. */
    public List<Organisation> of(Actor actor, User user) {
        return db.select(ORGANISATION.asterisk())
                .from(ORGANISATION)
                .join(ORGANISATION_USER)
                .on(ORGANISATION_USER.ORGANISATION_ID.eq(ORGANISATION.ID))
                .where(ORGANISATION_USER.USER_ID.eq(user.id()))
                .and(MemberRights.organisationsSeenBy(actor))
                .orderBy(ORGANISATION.SORT_NAME, ORGANISATION.ID)
                .fetch(Organisations::toOrganisation);
    }

    /** At most eight organisations that match the text. */
    public List<Organisation> choices(Actor actor, String typed) {
        return db.selectFrom(ORGANISATION)
                .where(MemberRights.organisationsSeenBy(actor))
                .and(containsWords(ORGANISATION.SEARCH, typed))
                .orderBy(ORGANISATION.SORT_NAME, ORGANISATION.ID)
                .limit(8)
                .fetch(Organisations::toOrganisation);
    }

    @StandbyRead
    public Page<Line> page(Actor actor, @Nullable String q, Order order, Keyset place) {
        return place.page(listed(actor, q), order, ORGANISATION.ID, Organisations::toLine);
    }

    /** All organisations that the pages show, in the same order. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, @Nullable String q, Order order, Consumer<Line> line) {
        Keyset.each(listed(actor, q), order, ORGANISATION.ID, Organisations::toLine, line);
    }

    private SelectConditionStep<Record> listed(Actor actor, @Nullable String q) {
        return db.select(ORGANISATION.asterisk(), MEMBER.NUMBER)
                .from(ORGANISATION)
                .leftJoin(MEMBER)
                .on(MEMBER.ORGANISATION_ID.eq(ORGANISATION.ID))
                .where(MemberRights.organisationsSeenBy(actor))
                .and(given(q, typed -> containsWords(ORGANISATION.SEARCH, typed)));
    }

    private static Line toLine(Record row) {
        return new Line(toOrganisation(row), row.get(MEMBER.NUMBER));
    }

    public List<Representative> representativesOf(Organisation organisation) {
        return db.select(APP_USER.ID, APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.USERNAME)
                .from(APP_USER)
                .join(ORGANISATION_USER)
                .on(ORGANISATION_USER.USER_ID.eq(APP_USER.ID))
                .where(ORGANISATION_USER.ORGANISATION_ID.eq(organisation.id()))
                .orderBy(APP_USER.SORT_NAME, APP_USER.ID)
                .fetch(row ->
                        new Representative(row.value1(), PersonName.of(row.value2(), row.value3(), row.value4())));
    }

    private static Organisation toOrganisation(Record row) {
        return new Organisation(
                row.get(ORGANISATION.ID),
                row.get(ORGANISATION.NAME),
                row.get(ORGANISATION.DESCRIPTION),
                row.get(ORGANISATION.EMAIL),
                row.get(ORGANISATION.PHONE),
                row.get(ORGANISATION.ADDRESS));
    }
}
