package org.jadhere.office.joining;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.fold;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.PersonName;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests to join that crews see: those with a confirmed address. */
@Component
public class JoinRequests {

    private static final Field<Result<Record1<String>>> SERVICES = multiset(select(SERVICE_TYPE.NAME)
                    .from(JOIN_REQUEST_SERVICE)
                    .join(SERVICE_TYPE)
                    .on(SERVICE_TYPE.ID.eq(JOIN_REQUEST_SERVICE.TYPE_ID))
                    .where(JOIN_REQUEST_SERVICE.REQUEST_ID.eq(JOIN_REQUEST.ID))
                    .orderBy(SERVICE_TYPE.NAME))
            .as("services");

    private static final Field<Result<Record1<String>>> AGREED = multiset(select(JOIN_REQUEST_CONSENT.TEXT)
                    .from(JOIN_REQUEST_CONSENT)
                    .where(JOIN_REQUEST_CONSENT.REQUEST_ID.eq(JOIN_REQUEST.ID))
                    .orderBy(JOIN_REQUEST_CONSENT.CONSENT_ID))
            .as("agreed");

    private static final Field<String> SEARCHED = fold(concat(
            JOIN_REQUEST.FIRST_NAME,
            inline(" "),
            JOIN_REQUEST.LAST_NAME,
            inline(" "),
            JOIN_REQUEST.ORGANISATION_NAME,
            inline(" "),
            JOIN_REQUEST.EMAIL));

    private final DSLContext db;

    JoinRequests(DSLContext db) {
        this.db = db;
    }

    private enum Order implements Sort {
        OLDEST(asc(JOIN_REQUEST.CONFIRMED_AT)),
        LATEST(desc(JOIN_REQUEST.DECIDED_AT));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        @Override
        public By by() {
            return by;
        }
    }

    public Optional<JoinRequest> find(Actor actor, long id) {
        return requests().where(JOIN_REQUEST.ID.eq(id)).and(seenBy(actor)).fetchOptional(JoinRequests::toRequest);
    }

    /** Pages through the pending requests, the oldest first, or the decided ones, the latest first. */
    public Page<JoinRequest> page(Actor actor, boolean decided, @Nullable String typed, Keyset place) {
        var listed = requests()
                .where(seenBy(actor))
                .and(decided ? JOIN_REQUEST.DECIDED_AT.isNotNull() : JOIN_REQUEST.DECIDED_AT.isNull())
                .and(given(typed, words -> containsWords(SEARCHED, words)));
        return place.page(listed, decided ? Order.LATEST : Order.OLDEST, JOIN_REQUEST.ID, JoinRequests::toRequest);
    }

    private static Condition seenBy(Actor actor) {
        return actor.isCrew() ? JOIN_REQUEST.CONFIRMED_AT.isNotNull() : DSL.falseCondition();
    }

    private SelectOnConditionStep<Record> requests() {
        return db.select(
                        JOIN_REQUEST.asterisk(),
                        SERVICES,
                        AGREED,
                        APP_USER.FIRST_NAME,
                        APP_USER.LAST_NAME,
                        APP_USER.USERNAME)
                .from(JOIN_REQUEST)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(JOIN_REQUEST.DECIDED_BY));
    }

    private static JoinRequest toRequest(Record row) {
        return new JoinRequest(
                row.get(JOIN_REQUEST.ID),
                row.get(JOIN_REQUEST.USER_ID),
                toApplicant(row),
                row.get(SERVICES).getValues(SERVICE_TYPE.NAME),
                row.get(AGREED).getValues(JOIN_REQUEST_CONSENT.TEXT),
                row.get(JOIN_REQUEST.ASKED_AT),
                state(row),
                row.get(JOIN_REQUEST.DECIDED_AT),
                row.get(APP_USER.USERNAME) == null ? null : PersonName.in(row),
                row.get(JOIN_REQUEST.REPLY),
                row.get(JOIN_REQUEST.MEMBER_ID));
    }

    static Applicant toApplicant(Record row) {
        return new Applicant(
                row.get(JOIN_REQUEST.ORGANISATION_NAME),
                row.get(JOIN_REQUEST.FIRST_NAME),
                row.get(JOIN_REQUEST.LAST_NAME),
                row.get(JOIN_REQUEST.EMAIL),
                row.get(JOIN_REQUEST.PHONE),
                row.get(JOIN_REQUEST.ADDRESS),
                row.get(JOIN_REQUEST.LANGUAGE),
                row.get(JOIN_REQUEST.MESSAGE));
    }

    private static JoinRequest.State state(Record row) {
        String decision = row.get(JOIN_REQUEST.DECISION);
        if (decision != null) {
            return Word.of(JoinRequest.State.class, decision).orElseThrow();
        }
        return row.get(JOIN_REQUEST.CONFIRMED_AT) == null ? JoinRequest.State.UNCONFIRMED : JoinRequest.State.WAITING;
    }
}
