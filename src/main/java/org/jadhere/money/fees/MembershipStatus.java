package org.jadhere.money.fees;

import static org.jadhere.platform.web.Texts.date;
import static org.jadhere.platform.web.Texts.t;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;

/**
 * The state of a membership on a day, by the latest fee that covers the day, else by the latest fee before it.
 *
 * @param until the last day that a fee covers, or the last day of a member who has left; null if there is none
 */
public record MembershipStatus(State state, @Nullable LocalDate until) {

    public enum State {
        /** The member has left. */
        LEFT,
        /** A validated fee covers the day. */
        VALID,
        /** A fee covers the day, but the bank crew has not validated it. */
        WAITING,
        /** An earlier fee has ended, and none covers the day. */
        ENDED,
        /** No fee has started. */
        NO_FEE
    }

    private static final Comparator<MembershipFee> BY_END =
            Comparator.comparing(fee -> fee.covers().lastDay(), Comparator.nullsLast(Comparator.naturalOrder()));

    public static MembershipStatus of(Member member, List<MembershipFee> fees, LocalDate today) {
        LocalDate lastDay = member.membership().lastDay();
        if (lastDay != null && lastDay.isBefore(today)) {
            return new MembershipStatus(State.LEFT, lastDay);
        }
        var current = fees.stream().filter(fee -> fee.covers().covers(today)).toList();
        var validated = current.stream().filter(MembershipFee::validated).max(BY_END);
        if (validated.isPresent()) {
            return new MembershipStatus(State.VALID, validated.get().covers().lastDay());
        }
        return current.stream()
                .max(BY_END)
                .map(fee -> new MembershipStatus(State.WAITING, fee.covers().lastDay()))
                .orElseGet(() -> past(fees, today));
    }

    private static MembershipStatus past(List<MembershipFee> fees, LocalDate today) {
        return fees.stream()
                .map(fee -> fee.covers().lastDay())
                .filter(day -> day != null && day.isBefore(today))
                .max(Comparator.naturalOrder())
                .map(day -> new MembershipStatus(State.ENDED, day))
                .orElseGet(() -> new MembershipStatus(State.NO_FEE, null));
    }

    public boolean isMember() {
        return state != State.LEFT;
    }

    /** A few words for crews. */
    public String label() {
        return switch (state) {
            case LEFT -> t("member.standing.left", date(until));
            case VALID -> until == null ? t("member.standing.valid") : t("member.standing.valid-until", date(until));
            case WAITING ->
                until == null ? t("member.standing.waiting") : t("member.standing.waiting-until", date(until));
            case ENDED -> t("member.standing.ended", date(until));
            case NO_FEE -> t("member.standing.no-fee");
        };
    }

    /** The CSS class of the badge. */
    public String badge() {
        return switch (state) {
            case VALID -> "done";
            case WAITING -> "waiting";
            case LEFT, ENDED, NO_FEE -> "off";
        };
    }

    /** Whether the member has not left and no fee covers the day. */
    public boolean isUnpaid() {
        return state == State.ENDED || state == State.NO_FEE;
    }

    /** One sentence for the member. */
    public String sentence() {
        return switch (state) {
            case LEFT -> t("me.standing.left", date(until));
            case VALID -> until == null ? t("me.standing.valid") : t("me.standing.valid-until", date(until));
            case WAITING -> until == null ? t("me.standing.waiting") : t("me.standing.waiting-until", date(until));
            case ENDED -> t("me.standing.ended", date(until));
            case NO_FEE -> t("me.standing.no-fee");
        };
    }
}
