package org.jadhere.people.factors;

import org.jadhere.people.access.Actor;
import org.jadhere.people.login.LoginThrottle;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;

/** Codes that somebody types: of the generator, or of the recovery sheet. Who guesses waits. */
@Component
class CodeVerification {

    private final CodeGenerators generators;
    private final RecoveryCodes recovery;
    private final LoginThrottle throttle;

    CodeVerification(CodeGenerators generators, RecoveryCodes recovery, LoginThrottle throttle) {
        this.generators = generators;
        this.recovery = recovery;
        this.throttle = throttle;
    }

    /** Refuses, beside the field, what is no code of the actor's; one that is right is spent. */
    void mustBeRight(Actor actor, String field, String typed, String address) {
        var kind = LoginThrottle.Kind.CODE;
        if (!throttle.admits(kind, actor.username(), address)) {
            throw new RuleViolationException(field, "login.throttled", LoginThrottle.WINDOW.toMinutes());
        }
        boolean right = Totp.looksLikeCode(typed)
                ? generators.accepts(actor.userId(), typed)
                : recovery.accepts(actor.userId(), typed);
        if (!right) {
            throw new RuleViolationException(field, "error.code-wrong");
        }
        throttle.reset(kind, actor.username(), address);
    }
}
