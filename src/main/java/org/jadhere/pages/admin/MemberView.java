package org.jadhere.pages.admin;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.money.fees.MembershipFeeRights;
import org.jadhere.money.fees.MembershipFees;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.payments.Payments;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What stands on the page of a member, for who looks at it. */
@Component
class MemberView {

    private final Members members;
    private final MembershipFees fees;
    private final Services services;
    private final Payments payments;
    private final Clock clock;

    MemberView(Members members, MembershipFees fees, Services services, Payments payments, Clock clock) {
        this.members = members;
        this.fees = fees;
        this.services = services;
        this.payments = payments;
        this.clock = clock;
    }

    Member find(Actor actor, long id) {
        return members.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private Form suggestedFee(List<MembershipFee> paid) {
        LocalDate covered = paid.stream()
                .map(fee -> fee.covers().lastDay())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        var today = LocalDate.now(clock);
        return paid.isEmpty()
                ? MembershipFeeForm.next(null, today)
                : MembershipFeeForm.after(paid.getFirst(), covered, today);
    }

    /** @param typed a fee that was not accepted; without one, the next is suggested */
    ModelAndView page(Actor actor, Member member, Form membership, @Nullable Form typed) {
        var paid = fees.of(actor, member);
        var holdings = holdings(actor, member);
        var fee = typed == null ? suggestedFee(paid) : typed;
        var page = new ModelAndView("pages/admin/member")
                .addObject("member", member)
                .addObject("standing", MembershipStatus.of(member, paid, LocalDate.now(clock)))
                .addObject("holderLinked", Audience.CREWS.includes(actor))
                .addObject("fees", paid)
                .addObject("holdings", holdings)
                .addObject(
                        "total",
                        PaymentTotals.total(
                                holdings.stream().map(HeldService::ledger).toList()))
                .addObject("payable", MembershipFeeRights.mayAdd(actor))
                .addObject("administrator", actor.superuser())
                .addObject("membership", membership)
                .addObject("fee", fee);
        page.setStatus(membership.hasErrors() ? membership.status() : fee.status());
        return page;
    }

    private List<HeldService> holdings(Actor actor, Member member) {
        var given = payments.of(actor, member).stream()
                .collect(groupingBy(payment -> payment.service().id()));
        return services.of(actor, member).stream()
                .map(service -> new HeldService(
                        service, PaymentTotals.of(given.getOrDefault(service.id(), List.of()), LocalDate.now(clock))))
                .toList();
    }
}
