package org.jadhere.money.fees;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.common.ValidatedTable;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberBook;
import org.jadhere.people.members.Members;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and deletes fees within {@link MembershipFeeRights}. A member or fee that the actor does not see is a
 * {@link NotFoundException}, an act that is not allowed an {@link AccessDeniedException}.
 */
@Component
public class MembershipFeeBook {

    public static final ValidatedTable TABLE = new ValidatedTable(
            MEMBERSHIP_FEE,
            MEMBERSHIP_FEE.ID,
            MEMBERSHIP_FEE.AMOUNT,
            MEMBERSHIP_FEE.VALIDATED,
            MEMBERSHIP_FEE.VALIDATION_ID);

    private final DSLContext db;
    private final Members members;
    private final MemberBook memberships;
    private final MembershipFees fees;
    private final Attribution attribution;

    MembershipFeeBook(
            DSLContext db, Members members, MemberBook memberships, MembershipFees fees, Attribution attribution) {
        this.db = db;
        this.members = members;
        this.memberships = memberships;
        this.fees = fees;
        this.attribution = attribution;
    }

    /**
     * Adds a fee. One that begins after the membership has ended is a return: a new period begins with it.
     *
     * @param once the external id of the fee: the same request sent twice adds one fee
     * @return what it means for the membership
     */
    @Transactional
    public MemberBook.Return add(Actor actor, long memberId, MembershipFee.Terms terms, String once) {
        var member = members.find(actor, memberId).orElseThrow(NotFoundException::new);
        actor.must(MembershipFeeRights.mayAdd(actor));
        var columns = columns(terms);
        columns.put(MEMBERSHIP_FEE.MEMBER_ID, member.id());
        LocalDate firstDay = Objects.requireNonNull(terms.covers().start());
        return IdempotentInsert.insert(db, MEMBERSHIP_FEE, columns, once).isNew()
                ? memberships.comeBack(actor, member.id(), firstDay)
                : MemberBook.Return.NONE;
    }

    /** @param reason kept in the history; may be empty */
    @Transactional
    public void change(Actor actor, long id, MembershipFee.Terms terms, FormSnapshot seen, String reason) {
        var fee = locked(actor, id);
        actor.must(MembershipFeeRights.mayChange(actor, fee));
        seen.requireUnchanged(MembershipFeeForm.fields(fee.terms()));
        declareBankAct(actor, Permission.PAYMENT_CHANGE);
        attribution.declareReason(reason);
        db.update(MEMBERSHIP_FEE)
                .set(columns(terms))
                .where(MEMBERSHIP_FEE.ID.eq(id))
                .execute();
    }

    /** Returns the member that the fee belonged to. */
    @Transactional
    public Member.Ref delete(Actor actor, long id) {
        var fee = locked(actor, id);
        actor.must(MembershipFeeRights.mayDelete(actor, fee));
        declareBankAct(actor, Permission.PAYMENT_DELETE);
        db.deleteFrom(MEMBERSHIP_FEE).where(MEMBERSHIP_FEE.ID.eq(id)).execute();
        return fee.member();
    }

    private MembershipFee locked(Actor actor, long id) {
        lock(db, MEMBERSHIP_FEE.ID, id);
        return fees.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private void declareBankAct(Actor actor, Permission permission) {
        if (actor.holds(permission)) {
            attribution.declareBankAct();
        }
    }

    private static Map<Field<?>, Object> columns(MembershipFee.Terms terms) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(MEMBERSHIP_FEE.AMOUNT, terms.amount());
        columns.put(MEMBERSHIP_FEE.METHOD, terms.method().word());
        columns.put(MEMBERSHIP_FEE.STARTS_ON, terms.covers().start());
        columns.put(MEMBERSHIP_FEE.ENDS_ON, terms.covers().end());
        columns.put(MEMBERSHIP_FEE.PAID_ON, terms.paidOn());
        columns.put(MEMBERSHIP_FEE.NOTE, terms.note());
        return columns;
    }
}
