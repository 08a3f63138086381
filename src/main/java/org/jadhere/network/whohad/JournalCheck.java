package org.jadhere.network.whohad;

import java.util.Optional;
import org.jadhere.platform.cli.DataCheck;
import org.springframework.stereotype.Component;

/** Verifies the hash chain of the journal of questions. */
@Component
class JournalCheck implements DataCheck {

    private final Questions questions;

    JournalCheck(Questions questions) {
        this.questions = questions;
    }

    /** Shows the last seal, since rows removed from the end leave a valid chain; a copy of the seal proves the loss. */
    @Override
    public String subject() {
        return "journal of questions about addresses"
                + questions.last().map(seal -> ", last seal " + seal).orElse(", empty");
    }

    @Override
    public Optional<String> fault() {
        return questions
                .firstBroken()
                .map(number -> "question %d was changed, or one before it is missing".formatted(number));
    }
}
