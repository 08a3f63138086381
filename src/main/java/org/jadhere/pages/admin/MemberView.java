package org.jadhere.pages.admin;

import static java.util.stream.Collectors.groupingBy;
import static org.jadhere.jte.Pages.pages;

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
import org.jadhere.platform.web.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Builds the page of a member, as far as the actor may see it. */
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

    private Form suggestedFee(List<MembershipFee> memberFees) {
        LocalDate coveredUntil = memberFees.stream()
                .map(fee -> fee.covers().lastDay())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        var today = LocalDate.now(clock);
        return memberFees.isEmpty()
                ? MembershipFeeForm.suggestion(null, today)
                : MembershipFeeForm.renewal(memberFees.getFirst(), coveredUntil, today);
    }

    /** @param rejectedFee the form of a fee that was not accepted; null suggests the next fee */
    ModelAndView page(Actor actor, Member member, Form membership, @Nullable Form rejectedFee) {
        var memberFees = fees.of(actor, member);
        var held = heldServices(actor, member);
        var fee = rejectedFee == null ? suggestedFee(memberFees) : rejectedFee;
        var status = membership.hasErrors() ? membership.status() : fee.status();
        return PageView.of(
                pages().pagesAdminMember(
                                member,
                                MembershipStatus.of(member, memberFees, LocalDate.now(clock)),
                                Audience.CREWS.includes(actor),
                                MembershipFeeRights.mayAdd(actor),
                                actor.superuser(),
                                memberFees,
                                held,
                                PaymentTotals.total(
                                        held.stream().map(HeldService::totals).toList()),
                                membership,
                                fee),
                status);
    }

    private List<HeldService> heldServices(Actor actor, Member member) {
        var paymentsOf = payments.of(actor, member).stream()
                .collect(groupingBy(payment -> payment.service().id()));
        return services.of(actor, member).stream()
                .map(service -> new HeldService(
                        service,
                        PaymentTotals.of(paymentsOf.getOrDefault(service.id(), List.of()), LocalDate.now(clock))))
                .toList();
    }
}
