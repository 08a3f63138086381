package org.jadhere.members;

import static org.jadhere.db.Tables.MEMBERSHIP_FEE;

import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.jadhere.web.Option;
import org.jadhere.web.Page;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The fees that wait to be confirmed. */
@Component
class WaitingFees implements Waiting {

    private final MembershipFees fees;

    WaitingFees(MembershipFees fees) {
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
    public Book book() {
        return FeeBook.BOOK;
    }

    @Override
    public List<Option> types(Actor actor) {
        return List.of();
    }

    @Override
    public Page<Line> page(Actor actor, Form form, Keyset place) {
        var page = fees.page(actor, MembershipFeeFilter.of(form).waiting(), place);
        return new Page<>(page.rows().stream().map(WaitingFees::line).toList(), page.previous(), page.next());
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
                .and(fees.matching(MembershipFeeFilter.of(form).waiting()));
    }
}
