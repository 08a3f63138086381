package org.jadhere.pages.me;

import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.network.services.Holdings;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jadhere.platform.db.Pg;
import org.jooq.DSLContext;
import org.jooq.Field;
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
        addOrganisations(queries, actor);
        addMemberships(queries, actor);
        addServices(queries, actor);
        addNames(queries, actor);
        return queries;
    }

    private void addOrganisations(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "organisations",
                db.select(ORGANISATION.NAME, ORGANISATION.EMAIL, ORGANISATION.PHONE, ORGANISATION.ADDRESS)
                        .from(ORGANISATION)
                        .where(MemberRights.organisationsRepresentedBy(actor)));
    }

    private void addMemberships(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "memberships",
                db.select(MEMBER.NUMBER, MEMBERSHIP.JOINED_ON, MEMBERSHIP.LEFT_ON)
                        .from(MEMBERSHIP)
                        .join(MEMBER)
                        .on(MEMBER.ID.eq(MEMBERSHIP.MEMBER_ID))
                        .where(MemberRights.membersOf(actor))
                        .orderBy(MEMBER.NUMBER, MEMBERSHIP.JOINED_ON));
        queries.put(
                "fees",
                db.select(MEMBERSHIP_FEE.AMOUNT, MEMBERSHIP_FEE.METHOD, MEMBERSHIP_FEE.STARTS_ON)
                        .select(MEMBERSHIP_FEE.ENDS_ON, MEMBERSHIP_FEE.PAID_ON, MEMBERSHIP_FEE.VALIDATED)
                        .select(MEMBERSHIP_FEE.NOTE)
                        .from(MEMBERSHIP_FEE)
                        .where(MEMBERSHIP_FEE.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(MEMBERSHIP_FEE.STARTS_ON));
    }

    /** Only what belongs to the user's own days: a former and a next holder of the service see nothing of each other. */
    private void addServices(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "services",
                db.select(SERVICE_TYPE.NAME, SERVICE.LABEL, HOLDING.STARTS_ON, HOLDING.ENDS_ON, notes())
                        .from(HOLDING)
                        .join(Services.WITH_TYPE)
                        .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                        .where(Holdings.ownedHoldings(actor))
                        .orderBy(HOLDING.STARTS_ON, HOLDING.ID));
        queries.put("addresses", addresses(actor));
        queries.put("payments", payments(actor));
    }

    private void addNames(Map<String, ResultQuery<?>> queries, Actor actor) {
        queries.put(
                "names",
                db.select(REVERSE_NAME.ADDRESS, REVERSE_NAME.NAME)
                        .from(REVERSE_NAME)
                        .where(REVERSE_NAME.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(REVERSE_NAME.ADDRESS));
        queries.put(
                "delegations",
                db.select(DELEGATION.PREFIX, DELEGATION.SERVERS)
                        .from(DELEGATION)
                        .where(DELEGATION.MEMBER_ID.in(MemberRights.idsOf(actor)))
                        .orderBy(DELEGATION.PREFIX));
    }

    /** The notes of the crew on a service, if no other member held it before: they may be about that member. */
    private static Field<String> notes() {
        var earlier = HOLDING.as("earlier");
        return when(
                        notExists(selectOne()
                                .from(earlier)
                                .where(earlier.SERVICE_ID.eq(HOLDING.SERVICE_ID))
                                .and(earlier.STARTS_ON.lt(HOLDING.STARTS_ON))
                                .and(earlier.MEMBER_ID.ne(HOLDING.MEMBER_ID))),
                        SERVICE.NOTES)
                .otherwise(inline(""))
                .as(SERVICE.NOTES);
    }

    /** The allocations during the user's holdings, each limited to the days of the holding. */
    private ResultQuery<?> addresses(Actor actor) {
        var from = Pg.startOfParisDay(HOLDING.STARTS_ON);
        var until = Pg.startOfParisDay(HOLDING.ENDS_ON);
        return db.select(IP_ALLOCATION.ADDRESS.as("held_address"))
                .select(greatest(IP_ALLOCATION.HELD_FROM, from).as(IP_ALLOCATION.HELD_FROM))
                .select(least(IP_ALLOCATION.HELD_UNTIL, until).as(IP_ALLOCATION.HELD_UNTIL))
                .from(IP_ALLOCATION)
                .join(HOLDING)
                .on(HOLDING.SERVICE_ID.eq(IP_ALLOCATION.SERVICE_ID))
                .where(Holdings.ownedHoldings(actor))
                .and(until.isNull().or(IP_ALLOCATION.HELD_FROM.lt(until)))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull().or(IP_ALLOCATION.HELD_UNTIL.gt(from)))
                .orderBy(IP_ALLOCATION.ADDRESS, HOLDING.STARTS_ON);
    }

    private ResultQuery<?> payments(Actor actor) {
        return db.select(PAYMENT.AMOUNT, PAYMENT.METHOD, PAYMENT.MONTHS, PAYMENT.STARTS_ON, PAYMENT.ENDS_ON)
                .select(PAYMENT.VALIDATED, PAYMENT.NOTE)
                .from(PAYMENT)
                .join(HOLDING)
                .on(HOLDING.ID.eq(PAYMENT.HOLDING_ID))
                .where(Holdings.ownedHoldings(actor))
                .orderBy(PAYMENT.STARTS_ON);
    }
}
