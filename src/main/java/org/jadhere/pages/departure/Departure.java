package org.jadhere.pages.departure;

import java.util.List;
import org.jadhere.money.payments.Payment;
import org.jadhere.people.account.AccountClosing;
import org.jadhere.people.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * All that a person still holds, as far as the actor may see it.
 *
 * @param ofOtherCrews how many services other crews have to settle
 * @param beyond payments that run on after the last day of their holding
 * @param letters that have not been sent
 * @param request to close the account, if there is an open one
 */
public record Departure(
        Leaver leaver,
        List<DepartureLine> lines,
        int ofOtherCrews,
        List<Beyond> beyond,
        List<Mail> letters,
        AccountClosing.@Nullable Request request) {

    /** A payment of a service that has ended, which has to be ended as well. */
    public record Beyond(Payment payment, Turn turn) {}

    /** What the reader may settle. */
    public List<DepartureLine> ofReader() {
        return lines.stream().filter(line -> line.turn() == Turn.YOU).toList();
    }

    public List<DepartureLine> ofOthers() {
        return lines.stream().filter(line -> line.turn() != Turn.YOU).toList();
    }

    /** Whether anything that the reader may settle ends on a day; roles and accounts end at once. */
    public boolean asksLastDay() {
        return ofReader().stream().anyMatch(line -> line.item().kind().endsOnADay());
    }

    /** Whether there is nothing left to decide: what still runs has its last day, and letters leave by themselves. */
    public boolean isOver() {
        return lines.stream().allMatch(line -> line.lastDay() != null)
                && ofOtherCrews == 0
                && beyond.isEmpty()
                && request == null
                && letters.stream().noneMatch(Mail::isStuck);
    }
}
