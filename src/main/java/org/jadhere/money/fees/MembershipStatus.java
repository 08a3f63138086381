package org.jadhere.money.fees;

import static org.jadhere.platform.web.Texts.date;
import static org.jadhere.platform.web.Texts.t;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands with their membership, on a day.
 *
 * @param until the last day of it, where there is one
 */
public record MembershipStatus(State state, @Nullable LocalDate until) {

    /** Told by the latest fee that covers the day, else by the latest that did. */
    public enum State {
        /** No member any more. */
        LEFT,
        /** Paid, and seen on the account. */
        VALID,
        /** Said to be paid; the bank crew has not seen it yet. */
        WAITING,
        /** Nothing covers the day, something did before. */
        ENDED,
        /** Nothing was ever paid. */
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

    /** In a few words about somebody else. */
    public String brief() {
        return switch (state) {
            case LEFT -> t("member.standing.left", date(until));
            case VALID -> until == null ? t("member.standing.valid") : t("member.standing.valid-until", date(until));
            case WAITING ->
                until == null ? t("member.standing.waiting") : t("member.standing.waiting-until", date(until));
            case ENDED -> t("member.standing.ended", date(until));
            case NO_FEE -> t("member.standing.no-fee");
        };
    }

    /** How its badge looks. */
    public String look() {
        return switch (state) {
            case VALID -> "done";
            case WAITING -> "waiting";
            case LEFT, ENDED, NO_FEE -> "off";
        };
    }

    /** A member whom no fee covers. */
    public boolean isUnpaid() {
        return state == State.ENDED || state == State.NO_FEE;
    }

    /** In one sentence. */
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
