package org.jadhere.pages.me;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.DEPARTURE_REASON;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;
import static org.jadhere.platform.db.Tables.REMINDER;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All data that the program holds about a user (GDPR, articles 15 and 20). Texts that others wrote about the user come
 * without their author; of secrets it shows only when they were created.
 */
@Component
class PersonalData {

    private final DSLContext db;
    private final MembershipData memberships;
    private final PersonalHistory history;

    PersonalData(DSLContext db, MembershipData memberships, PersonalHistory history) {
        this.db = db;
        this.memberships = memberships;
        this.history = history;
    }

    /** The rows of each part, by its name. A part without rows is an empty list, so that the page can name it. */
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> of(Actor actor) {
        Map<String, ResultQuery<?>> queries = new LinkedHashMap<>();
        addAccount(queries, actor.userId());
        addLogin(queries, actor);
        queries.putAll(memberships.of(actor));
        addRequests(queries, actor.userId());
        queries.put("departures", departureReasons(actor));
        addMails(queries, actor);
        queries.put("history", history.of(actor));
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        queries.forEach((name, query) -> parts.put(name, query.fetchMaps()));
        return parts;
    }

    private void addAccount(Map<String, ResultQuery<?>> queries, long id) {
        queries.put(
                "account",
                db.select(APP_USER.USERNAME, APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.PHONE)
                        .select(APP_USER.ADDRESS, APP_USER.LANGUAGE, APP_USER.STAFF, APP_USER.SUPERUSER)
                        .from(APP_USER)
                        .where(APP_USER.ID.eq(id)));
        queries.put(
                "emails",
                db.select(USER_EMAIL.EMAIL, USER_EMAIL.CONFIRMED)
                        .from(USER_EMAIL)
                        .where(USER_EMAIL.USER_ID.eq(id))
                        .orderBy(USER_EMAIL.POSITION));
        queries.put(
                "crews",
                db.select(CREW.NAME)
                        .from(CREW)
                        .join(CREW_MEMBER)
                        .on(CREW_MEMBER.CREW_ID.eq(CREW.ID))
                        .where(CREW_MEMBER.USER_ID.eq(id)));
    }

    private void addLogin(Map<String, ResultQuery<?>> queries, Actor actor) {
        long id = actor.userId();
        queries.put(
                "passkeys",
                db.select(PASSKEY.NAME, PASSKEY.CREATED_AT).from(PASSKEY).where(PASSKEY.USER_ID.eq(id)));
        queries.put(
                "generators",
                db.select(CODE_GENERATOR.CREATED_AT).from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(id)));
        queries.put(
                "recovery",
                db.select(RECOVERY_SHEET.CODES_LEFT).from(RECOVERY_SHEET).where(RECOVERY_SHEET.USER_ID.eq(id)));
        queries.put(
                "sessions",
                db.select(SPRING_SESSION.CREATION_TIME, SPRING_SESSION.LAST_ACCESS_TIME)
                        .from(SPRING_SESSION)
                        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(actor.username())));
    }

    private void addRequests(Map<String, ResultQuery<?>> queries, long id) {
        queries.put("requests", joinRequests(id));
        queries.put(
                "consents",
                db.select(JOIN_REQUEST_CONSENT.TEXT, JOIN_REQUEST.ASKED_AT)
                        .from(JOIN_REQUEST_CONSENT)
                        .join(JOIN_REQUEST)
                        .on(JOIN_REQUEST.ID.eq(JOIN_REQUEST_CONSENT.REQUEST_ID))
                        .where(JOIN_REQUEST.USER_ID.eq(id)));
        queries.put(
                "closings",
                db.select(CLOSING_REQUEST.MESSAGE, CLOSING_REQUEST.ASKED_AT, CLOSING_REQUEST.REPLY)
                        .from(CLOSING_REQUEST)
                        .where(CLOSING_REQUEST.USER_ID.eq(id)));
    }

    private ResultQuery<?> departureReasons(Actor actor) {
        return db.select(DEPARTURE_REASON.ITEM, DEPARTURE_REASON.REASON, DEPARTURE_REASON.NOTED_AT)
                .from(DEPARTURE_REASON)
                .where(DEPARTURE_REASON.MEMBER_ID.in(MemberRights.idsOf(actor)))
                .or(DEPARTURE_REASON.USER_ID.eq(actor.userId()))
                .orderBy(DEPARTURE_REASON.NOTED_AT);
    }

    private ResultQuery<?> joinRequests(long id) {
        return db.select(JOIN_REQUEST.ORGANISATION_NAME, JOIN_REQUEST.FIRST_NAME, JOIN_REQUEST.LAST_NAME)
                .select(JOIN_REQUEST.EMAIL, JOIN_REQUEST.PHONE, JOIN_REQUEST.ADDRESS, JOIN_REQUEST.MESSAGE)
                .select(JOIN_REQUEST.CAME_FROM, JOIN_REQUEST.ASKED_AT, JOIN_REQUEST.DECISION, JOIN_REQUEST.REPLY)
                .from(JOIN_REQUEST)
                .where(JOIN_REQUEST.USER_ID.eq(id));
    }

    private void addMails(Map<String, ResultQuery<?>> queries, Actor actor) {
        long id = actor.userId();
        queries.put(
                "letters",
                db.select(MAIL.SUBJECT, MAIL.RECIPIENT, MAIL.CREATED_AT, MAIL.SENT_AT)
                        .from(MAIL)
                        .where(MAIL.USER_ID.eq(id))
                        .orderBy(MAIL.CREATED_AT));
        queries.put(
                "reminders",
                db.select(REMINDER.ENDS_ON, REMINDER.AT.as("sent_at"))
                        .from(REMINDER)
                        .where(REMINDER.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(REMINDER.AT));
        queries.put(
                "links",
                db.select(LINK.PURPOSE, LINK.EMAIL, LINK.CREATED_AT, LINK.USED_AT)
                        .from(LINK)
                        .where(LINK.USER_ID.eq(id)));
    }
}
