package org.jadhere.money.fees;

import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;

import java.util.List;
import org.jadhere.money.common.ValidatedTable;
import org.jadhere.money.common.ValidationQueue;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The fees that wait for validation. */
@Component
class MembershipFeeQueue implements ValidationQueue {

    private final MembershipFees fees;

    MembershipFeeQueue(MembershipFees fees) {
        this.fees = fees;
    }

    @Override
    public String path() {
        return "/admin/fees/validation";
    }

    @Override
    public String titleKey() {
        return "validation.fees";
    }

    @Override
    public String placeholderKey() {
        return "members.search";
    }

    @Override
    public ValidatedTable table() {
        return MembershipFeeBook.TABLE;
    }

    @Override
    public List<Option> types(Actor actor) {
        return List.of();
    }

    @Override
    public Page<Line> page(Actor actor, Form form, Keyset keyset) {
        var page = fees.page(actor, MembershipFeeFilter.of(form).pending(), keyset);
        return new Page<>(page.rows().stream().map(MembershipFeeQueue::line).toList(), page.previous(), page.next());
    }

    private static Line line(MembershipFee fee) {
        return new Line(
                fee.id(),
                "/admin/fees/" + fee.id(),
                fee.member(),
                null,
                fee.covers(),
                fee.amount(),
                fee.method(),
                null);
    }

    @Override
    public Condition matching(Form form) {
        return MEMBERSHIP_FEE
                .ID
                .isNotNull()
                .and(fees.matching(MembershipFeeFilter.of(form).pending()));
    }
}
