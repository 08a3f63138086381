package org.jadhere.network.whohad;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who had an address, and records that it was asked: nobody gets the one without the other. */
@Component
public class WhoHad {

    private final AllocationLookup ledger;
    private final Questions questions;

    WhoHad(AllocationLookup ledger, Questions questions) {
        this.ledger = ledger;
        this.questions = questions;
    }

    /** An answer, and where the journal has it. */
    public record Told(Question question, Answer answer, Questions.Seal seal) {}

    @Transactional
    public Told ask(Actor actor, Question question) {
        actor.must(actor.holds(Permission.ADDRESS_TRACE));
        return tell(question);
    }

    /** At the keyboard of the server, where all data are in reach anyway; the journal says who typed it. */
    @Transactional
    Told askAtTheServer(Question question) {
        return tell(question);
    }

    private Told tell(Question question) {
        var answer = ledger.answer(question.address(), question.at());
        return new Told(question, answer, questions.record(question, answer));
    }
}
