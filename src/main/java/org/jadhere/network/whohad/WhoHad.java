package org.jadhere.network.whohad;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who had an address and records the question in one transaction, so that no answer is without a record. */
@Component
class WhoHad {

    private final AllocationLookup lookup;
    private final Questions questions;

    WhoHad(AllocationLookup lookup, Questions questions) {
        this.lookup = lookup;
        this.questions = questions;
    }

    /** An answer with its row in the journal. */
    record RecordedAnswer(Question question, Answer answer, Questions.Seal seal) {}

    @Transactional
    public RecordedAnswer ask(Actor actor, Question question) {
        actor.must(actor.holds(Permission.ADDRESS_TRACE));
        return answer(question);
    }

    /** For the command line, whose user can read all data anyway; the journal records the account of the system. */
    @Transactional
    RecordedAnswer askFromCommandLine(Question question) {
        return answer(question);
    }

    /** All questions of a list, in one transaction: all are answered and recorded, or none. */
    @Transactional
    public List<RecordedAnswer> ask(Actor actor, List<Question> list) {
        actor.must(actor.holds(Permission.ADDRESS_TRACE));
        return list.stream().map(this::answer).toList();
    }

    @Transactional
    List<RecordedAnswer> askFromCommandLine(List<Question> list) {
        return list.stream().map(this::answer).toList();
    }

    private RecordedAnswer answer(Question question) {
        var answer = lookup.answer(question.address(), question.at());
        return new RecordedAnswer(question, answer, questions.record(question, answer));
    }
}
