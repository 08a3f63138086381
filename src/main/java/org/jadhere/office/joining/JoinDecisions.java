package org.jadhere.office.joining;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.MEMBER;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts or refuses requests. A request is decided once: of two concurrent decisions, the second is rejected. */
@Component
class JoinDecisions {

    private final DSLContext db;
    private final Clock clock;
    private final JoinRequests requests;
    private final Admission admission;
    private final JoinReplies replies;

    JoinDecisions(DSLContext db, Clock clock, JoinRequests requests, Admission admission, JoinReplies replies) {
        this.db = db;
        this.clock = clock;
        this.requests = requests;
        this.admission = admission;
        this.replies = replies;
    }

    /**
     * Creates the account, the member, the first fee and the mail in one transaction.
     *
     * @param account an existing account of the applicant; null to create one
     * @return the member's id
     */
    @Transactional
    public long accept(Actor actor, long id, @Nullable Long account, MembershipFee.Terms fee, String reply) {
        var request = lockUndecided(actor, id);
        var newcomer = admission.admit(actor, request, account, fee);
        decide(actor, id, JoinRequest.State.ACCEPTED, reply, newcomer);
        int number = db.fetchSingle(MEMBER, MEMBER.ID.eq(newcomer.memberId())).get(MEMBER.NUMBER);
        replies.welcome(request.applicant(), newcomer, number, reply);
        return newcomer.memberId();
    }

    /** @param reply the text for the applicant */
    @Transactional
    public void refuse(Actor actor, long id, String reply) {
        var request = lockUndecided(actor, id);
        decide(actor, id, JoinRequest.State.REFUSED, reply, null);
        replies.refuse(request, reply);
    }

    private JoinRequest lockUndecided(Actor actor, long id) {
        actor.must(actor.isCrew());
        lock(db, JOIN_REQUEST.ID, id);
        var request = requests.find(actor, id).orElseThrow(NotFoundException::new);
        if (!request.isWaiting()) {
            throw new RuleViolationException("form", "error.request-decided", String.valueOf(request.decidedBy()));
        }
        return request;
    }

    private void decide(
            Actor actor, long id, JoinRequest.State decision, String reply, Admission.@Nullable Newcomer newcomer) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(JOIN_REQUEST.DECISION, decision.word());
        columns.put(JOIN_REQUEST.DECIDED_AT, clock.instant());
        columns.put(JOIN_REQUEST.DECIDED_BY, actor.userId());
        columns.put(JOIN_REQUEST.REPLY, reply);
        if (newcomer != null) {
            columns.put(JOIN_REQUEST.USER_ID, newcomer.userId());
            columns.put(JOIN_REQUEST.MEMBER_ID, newcomer.memberId());
        }
        db.update(JOIN_REQUEST).set(columns).where(JOIN_REQUEST.ID.eq(id)).execute();
    }
}
