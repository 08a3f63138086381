package org.jadhere.people.factors;

import org.jadhere.people.access.Actor;
import org.jadhere.people.login.LoginThrottle;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;

/** Verifies codes of the code generator and recovery codes; attempts are throttled. */
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

    /** Rejects an invalid code at the field; uses up a valid one. */
    void requireValid(Actor actor, String field, String typed, String address) {
        var kind = LoginThrottle.Kind.CODE;
        if (!throttle.admits(kind, actor.username(), address)) {
            SecurityLog.write(SecurityLog.Event.LOGIN_THROTTLED, actor.userId(), "code");
            throw new RuleViolationException(field, "login.throttled", LoginThrottle.WINDOW.toMinutes());
        }
        boolean valid = Totp.looksLikeCode(typed)
                ? generators.accepts(actor.userId(), typed)
                : recovery.accepts(actor.userId(), typed);
        if (!valid) {
            SecurityLog.write(SecurityLog.Event.FACTOR_FAILED, actor.userId(), "code");
            throw new RuleViolationException(field, "error.code-wrong");
        }
        throttle.reset(kind, actor.username(), address);
    }
}
