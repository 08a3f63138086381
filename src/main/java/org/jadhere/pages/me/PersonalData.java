package org.jadhere.pages.me;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;
import static org.jadhere.platform.db.Tables.REMINDER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is held about a person, in the order of a life with the association (GDPR, articles 15 and 20). What others
 * wrote about them is told without who wrote it; secrets are told by when they were made.
 */
@Component
class PersonalData {

    private final DSLContext db;
    private final PersonalHistory history;

    PersonalData(DSLContext db, PersonalHistory history) {
        this.db = db;
        this.history = history;
    }

    /** By what it is, each with its rows: also what there is none of, so that it shows. */
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> of(Actor actor) {
        Map<String, ResultQuery<?>> questions = new LinkedHashMap<>();
        askAboutAccount(questions, actor.userId(), actor.username());
        askAboutMembership(questions, actor);
        askAboutLetters(questions, actor);
        questions.put("history", history.of(actor));
        Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();
        questions.forEach((name, question) -> answers.put(name, question.fetchMaps()));
        return answers;
    }

    private void askAboutAccount(Map<String, ResultQuery<?>> questions, long id, String username) {
        questions.put(
                "account",
                db.select(APP_USER.USERNAME, APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.PHONE)
                        .select(APP_USER.ADDRESS, APP_USER.LANGUAGE, APP_USER.STAFF, APP_USER.SUPERUSER)
                        .from(APP_USER)
                        .where(APP_USER.ID.eq(id)));
        questions.put(
                "emails",
                db.select(USER_EMAIL.EMAIL)
                        .from(USER_EMAIL)
                        .where(USER_EMAIL.USER_ID.eq(id))
                        .orderBy(USER_EMAIL.POSITION));
        questions.put(
                "crews",
                db.select(CREW.NAME)
                        .from(CREW)
                        .join(CREW_MEMBER)
                        .on(CREW_MEMBER.CREW_ID.eq(CREW.ID))
                        .where(CREW_MEMBER.USER_ID.eq(id)));
        questions.put(
                "passkeys",
                db.select(PASSKEY.NAME, PASSKEY.CREATED_AT).from(PASSKEY).where(PASSKEY.USER_ID.eq(id)));
        questions.put(
                "generators",
                db.select(CODE_GENERATOR.CREATED_AT).from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(id)));
        questions.put(
                "recovery",
                db.select(RECOVERY_SHEET.CODES_LEFT).from(RECOVERY_SHEET).where(RECOVERY_SHEET.USER_ID.eq(id)));
        questions.put("sessions", sessions(username));
    }

    private ResultQuery<?> sessions(String username) {
        return db.select(SPRING_SESSION.CREATION_TIME, SPRING_SESSION.LAST_ACCESS_TIME)
                .from(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(username));
    }

    private void askAboutMembership(Map<String, ResultQuery<?>> questions, Actor actor) {
        questions.put(
                "organisations",
                db.select(ORGANISATION.NAME, ORGANISATION.EMAIL, ORGANISATION.PHONE, ORGANISATION.ADDRESS)
                        .from(ORGANISATION)
                        .where(MemberRights.organisationsRepresentedBy(actor)));
        questions.put(
                "memberships",
                db.select(MEMBER.NUMBER, MEMBER.JOINED_ON, MEMBER.LEFT_ON)
                        .from(MEMBER)
                        .where(MemberRights.membersOf(actor)));
        questions.put(
                "fees",
                db.select(MEMBERSHIP_FEE.AMOUNT, MEMBERSHIP_FEE.METHOD, MEMBERSHIP_FEE.STARTS_ON)
                        .select(MEMBERSHIP_FEE.ENDS_ON, MEMBERSHIP_FEE.PAID_ON, MEMBERSHIP_FEE.VALIDATED)
                        .select(MEMBERSHIP_FEE.NOTE)
                        .from(MEMBERSHIP_FEE)
                        .where(MEMBERSHIP_FEE.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(MEMBERSHIP_FEE.STARTS_ON));
        questions.put(
                "services",
                db.select(SERVICE_TYPE.NAME, SERVICE.LABEL, SERVICE.STARTS_ON, SERVICE.ENDS_ON, SERVICE.NOTES)
                        .from(SERVICE)
                        .join(SERVICE_TYPE)
                        .on(SERVICE_TYPE.ID.eq(SERVICE.TYPE_ID))
                        .where(ServiceRights.ownedBy(actor)));
        questions.put(
                "addresses",
                db.select(IP_ALLOCATION.ADDRESS.as("held_address"), IP_ALLOCATION.HELD_FROM, IP_ALLOCATION.HELD_UNTIL)
                        .from(IP_ALLOCATION)
                        .join(SERVICE)
                        .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID))
                        .where(ServiceRights.ownedBy(actor)));
        questions.put("payments", payments(actor));
    }

    private ResultQuery<?> payments(Actor actor) {
        return db.select(PAYMENT.AMOUNT, PAYMENT.METHOD, PAYMENT.MONTHS, PAYMENT.STARTS_ON, PAYMENT.ENDS_ON)
                .select(PAYMENT.VALIDATED, PAYMENT.NOTE)
                .from(PAYMENT)
                .join(SERVICE)
                .on(SERVICE.ID.eq(PAYMENT.SERVICE_ID))
                .where(ServiceRights.ownedBy(actor))
                .orderBy(PAYMENT.STARTS_ON);
    }

    private void askAboutLetters(Map<String, ResultQuery<?>> questions, Actor actor) {
        long id = actor.userId();
        questions.put(
                "requests",
                db.select(JOIN_REQUEST.ORGANISATION_NAME, JOIN_REQUEST.FIRST_NAME, JOIN_REQUEST.LAST_NAME)
                        .select(JOIN_REQUEST.EMAIL, JOIN_REQUEST.PHONE, JOIN_REQUEST.ADDRESS, JOIN_REQUEST.MESSAGE)
                        .select(
                                JOIN_REQUEST.CAME_FROM,
                                JOIN_REQUEST.ASKED_AT,
                                JOIN_REQUEST.DECISION,
                                JOIN_REQUEST.REPLY)
                        .from(JOIN_REQUEST)
                        .where(JOIN_REQUEST.USER_ID.eq(id)));
        questions.put(
                "consents",
                db.select(JOIN_REQUEST_CONSENT.TEXT, JOIN_REQUEST.ASKED_AT)
                        .from(JOIN_REQUEST_CONSENT)
                        .join(JOIN_REQUEST)
                        .on(JOIN_REQUEST.ID.eq(JOIN_REQUEST_CONSENT.REQUEST_ID))
                        .where(JOIN_REQUEST.USER_ID.eq(id)));
        questions.put(
                "closings",
                db.select(CLOSING_REQUEST.MESSAGE, CLOSING_REQUEST.ASKED_AT, CLOSING_REQUEST.REPLY)
                        .from(CLOSING_REQUEST)
                        .where(CLOSING_REQUEST.USER_ID.eq(id)));
        questions.put(
                "letters",
                db.select(MAIL.SUBJECT, MAIL.RECIPIENT, MAIL.CREATED_AT, MAIL.SENT_AT)
                        .from(MAIL)
                        .where(MAIL.USER_ID.eq(id))
                        .orderBy(MAIL.CREATED_AT));
        questions.put(
                "reminders",
                db.select(REMINDER.ENDS_ON, REMINDER.AT.as("sent_at"))
                        .from(REMINDER)
                        .where(REMINDER.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(REMINDER.AT));
        questions.put(
                "links",
                db.select(LINK.PURPOSE, LINK.EMAIL, LINK.CREATED_AT, LINK.USED_AT)
                        .from(LINK)
                        .where(LINK.USER_ID.eq(id)));
    }
}
