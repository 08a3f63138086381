package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR_SECRET;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountNotices;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Code generators, at most one per account: added after a valid code. Each code is accepted once. */
@Component
class CodeGenerators {

    private static final Map<String, RuleViolationException> VIOLATIONS =
            Map.of("code_generator_one", new RuleViolationException("code", "error.code-generator-kept"));

    private final DSLContext db;
    private final RecoveryCodes recovery;
    private final Clock clock;
    private final AccountNotices notices;

    CodeGenerators(DSLContext db, RecoveryCodes recovery, Clock clock, AccountNotices notices) {
        this.db = db;
        this.recovery = recovery;
        this.clock = clock;
        this.notices = notices;
    }

    @Transactional
    public void add(Actor actor, byte[] secret, String typed) {
        long step = Totp.stepOf(secret, typed, clock.instant())
                .orElseThrow(() -> new RuleViolationException("code", "error.code-wrong"));
        long generator = RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.insertInto(CODE_GENERATOR)
                        .set(CODE_GENERATOR.USER_ID, actor.userId())
                        .returningResult(CODE_GENERATOR.ID)
                        .fetchSingle()
                        .value1());
        db.insertInto(CODE_GENERATOR_SECRET)
                .set(CODE_GENERATOR_SECRET.GENERATOR_ID, generator)
                .set(CODE_GENERATOR_SECRET.SECRET, secret)
                .set(CODE_GENERATOR_SECRET.LAST_STEP, step)
                .execute();
        notices.sendChange(actor.userId(), "notice.generator-added");
    }

    @Transactional
    public void remove(Actor actor) {
        int removed = db.deleteFrom(CODE_GENERATOR)
                .where(CODE_GENERATOR.USER_ID.eq(actor.userId()))
                .execute();
        if (removed > 0) {
            recovery.deleteWithoutFactor(actor.userId());
            notices.sendChange(actor.userId(), "notice.generator-removed");
        }
    }

    /** Of two concurrent requests with the same code, one is accepted (RFC 6238, section 5.2). */
    boolean accepts(long userId, String typed) {
        var generator = db.select(CODE_GENERATOR_SECRET.GENERATOR_ID, CODE_GENERATOR_SECRET.SECRET)
                .from(CODE_GENERATOR_SECRET)
                .join(CODE_GENERATOR)
                .on(CODE_GENERATOR.ID.eq(CODE_GENERATOR_SECRET.GENERATOR_ID))
                .where(CODE_GENERATOR.USER_ID.eq(userId))
                .fetchOptional();
        OptionalLong step = generator
                .map(row -> Totp.stepOf(row.value2(), typed, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && db.update(CODE_GENERATOR_SECRET)
                                .set(CODE_GENERATOR_SECRET.LAST_STEP, step.getAsLong())
                                .where(CODE_GENERATOR_SECRET.GENERATOR_ID.eq(
                                        generator.orElseThrow().value1()))
                                .and(CODE_GENERATOR_SECRET.LAST_STEP.lt(step.getAsLong()))
                                .execute()
                        == 1;
    }
}
