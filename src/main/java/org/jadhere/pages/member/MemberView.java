package org.jadhere.pages.member;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.money.fees.MembershipFeeRights;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberBook;
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
    private final MemberStories stories;
    private final Clock clock;

    MemberView(Members members, MemberStories stories, Clock clock) {
        this.members = members;
        this.stories = stories;
        this.clock = clock;
    }

    Member find(Actor actor, long id) {
        return members.find(actor, id).orElseThrow(NotFoundException::new);
    }

    /** @param at a past day; null for today */
    ModelAndView page(Actor actor, Member member, @Nullable LocalDate at, Form day) {
        return page(actor, stories.of(actor, member, at), membershipForm(member), null, day);
    }

    ModelAndView rejectedFee(Actor actor, Member member, Form fee) {
        return page(actor, stories.of(actor, member, null), membershipForm(member), fee, Form.empty());
    }

    ModelAndView rejectedPeriod(Actor actor, Member member, Form membership) {
        return page(actor, stories.of(actor, member, null), membership, null, Form.empty());
    }

    private static Form membershipForm(Member member) {
        return Form.editing(MemberBook.fields(member));
    }

    private ModelAndView page(Actor actor, MemberStory story, Form membership, @Nullable Form rejectedFee, Form day) {
        var fee = rejectedFee == null ? suggestedFee(story.fees()) : rejectedFee;
        var status = membership.hasErrors() ? membership.status() : fee.hasErrors() ? fee.status() : day.status();
        return PageView.of(
                pages().pagesMemberMember(
                                story,
                                Audience.CREWS.includes(actor),
                                story.at() == null && MembershipFeeRights.mayAdd(actor),
                                actor.superuser(),
                                actor.superuser() || actor.isBank(),
                                membership,
                                fee,
                                day),
                status);
    }

    private Form suggestedFee(List<MembershipFee> fees) {
        LocalDate coveredUntil = fees.stream()
                .map(fee -> fee.covers().lastDay())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        var today = LocalDate.now(clock);
        return fees.isEmpty()
                ? MembershipFeeForm.suggestion(null, today)
                : MembershipFeeForm.renewal(fees.getFirst(), coveredUntil, today);
    }
}
