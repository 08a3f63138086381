package org.jadhere.pages.me;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;

/** The parts of {@link PersonalData} that a user has as a member and as a representative of organisations. */
@Component
class MembershipData {

    private final DSLContext db;

    MembershipData(DSLContext db) {
        this.db = db;
    }

    Map<String, ResultQuery<?>> of(Actor actor) {
        Map<String, ResultQuery<?>> queries = new LinkedHashMap<>();
        addMemberships(queries, actor);
        addServices(queries, actor);
        return queries;
    }

    private void addMemberships(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "organisations",
                db.select(ORGANISATION.NAME, ORGANISATION.EMAIL, ORGANISATION.PHONE, ORGANISATION.ADDRESS)
                        .from(ORGANISATION)
                        .where(MemberRights.organisationsRepresentedBy(actor)));
        queries.put(
                "memberships",
                db.select(MEMBER.NUMBER, MEMBER.JOINED_ON, MEMBER.LEFT_ON)
                        .from(MEMBER)
                        .where(MemberRights.membersOf(actor)));
        queries.put(
                "fees",
                db.select(MEMBERSHIP_FEE.AMOUNT, MEMBERSHIP_FEE.METHOD, MEMBERSHIP_FEE.STARTS_ON)
                        .select(MEMBERSHIP_FEE.ENDS_ON, MEMBERSHIP_FEE.PAID_ON, MEMBERSHIP_FEE.VALIDATED)
                        .select(MEMBERSHIP_FEE.NOTE)
                        .from(MEMBERSHIP_FEE)
                        .where(MEMBERSHIP_FEE.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(MEMBERSHIP_FEE.STARTS_ON));
    }

    private void addServices(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "services",
                db.select(SERVICE_TYPE.NAME, SERVICE.LABEL, SERVICE.STARTS_ON, SERVICE.ENDS_ON, SERVICE.NOTES)
                        .from(SERVICE)
                        .join(SERVICE_TYPE)
                        .on(SERVICE_TYPE.ID.eq(SERVICE.TYPE_ID))
                        .where(ServiceRights.ownedBy(actor)));
        queries.put(
                "addresses",
                db.select(IP_ALLOCATION.ADDRESS.as("held_address"), IP_ALLOCATION.HELD_FROM, IP_ALLOCATION.HELD_UNTIL)
                        .from(IP_ALLOCATION)
                        .join(SERVICE)
                        .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID))
                        .where(ServiceRights.ownedBy(actor)));
        queries.put("payments", payments(actor));
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
}
