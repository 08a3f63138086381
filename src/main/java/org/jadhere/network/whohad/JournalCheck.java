package org.jadhere.network.whohad;

import java.util.Optional;
import org.jadhere.platform.cli.DataCheck;
import org.springframework.stereotype.Component;

/** The journal of questions about addresses is as it was written. */
@Component
class JournalCheck implements DataCheck {

    private final Questions questions;

    JournalCheck(Questions questions) {
        this.questions = questions;
    }

    /** Rows cut off at the end leave a whole chain: only who noted down a seal can tell, so the last one is shown. */
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
