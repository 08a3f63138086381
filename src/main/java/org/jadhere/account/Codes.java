package org.jadhere.account;

import org.jadhere.access.Actor;
import org.jadhere.access.LoginThrottle;
import org.jadhere.web.Refused;
import org.springframework.stereotype.Component;

/** Codes that somebody types: of the generator, or of the recovery sheet. Who guesses waits. */
@Component
class Codes {

    private final CodeGenerators generators;
    private final RecoveryCodes recovery;
    private final LoginThrottle throttle;

    Codes(CodeGenerators generators, RecoveryCodes recovery, LoginThrottle throttle) {
        this.generators = generators;
        this.recovery = recovery;
        this.throttle = throttle;
    }

    /** Refuses, beside the field, what is no code of the actor's; one that is right is spent. */
    void mustBeRight(Actor actor, String field, String typed, String address) {
        var kind = LoginThrottle.Kind.CODE;
        if (!throttle.admits(kind, actor.username(), address)) {
            throw new Refused(field, "login.throttled", LoginThrottle.WINDOW.toMinutes());
        }
        boolean right = Totp.looksLikeCode(typed)
                ? generators.accepts(actor.userId(), typed)
                : recovery.accepts(actor.userId(), typed);
        if (!right) {
            throw new Refused(field, "error.code-wrong");
        }
        throttle.forget(kind, actor.username(), address);
    }
}
