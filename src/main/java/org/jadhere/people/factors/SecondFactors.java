package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountNotices;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the second factors of an account, and removes them for a user who lost them. */
@Component
public class SecondFactors {

    private final DSLContext db;
    private final Passkeys passkeys;
    private final LoginSessions sessions;
    private final AccountNotices notices;

    SecondFactors(DSLContext db, Passkeys passkeys, LoginSessions sessions, AccountNotices notices) {
        this.db = db;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.notices = notices;
    }

    /**
     * The second factors of an account.
     *
     * @param generatorSince null without a code generator
     * @param codesLeft unused recovery codes; null if none were created
     */
    public record AccountFactors(
            List<Passkeys.Passkey> passkeys,
            @Nullable Instant generatorSince,
            @Nullable Short codesLeft) {

        /** Whether the account has no second factor. */
        public boolean isEmpty() {
            return passkeys.isEmpty() && generatorSince == null;
        }
    }

    AccountFactors of(long userId) {
        return new AccountFactors(
                passkeys.of(userId),
                db.select(CODE_GENERATOR.CREATED_AT)
                        .from(CODE_GENERATOR)
                        .where(CODE_GENERATOR.USER_ID.eq(userId))
                        .fetchOne(CODE_GENERATOR.CREATED_AT),
                db.select(RECOVERY_SHEET.CODES_LEFT)
                        .from(RECOVERY_SHEET)
                        .where(RECOVERY_SHEET.USER_ID.eq(userId))
                        .fetchOne(RECOVERY_SHEET.CODES_LEFT));
    }

    /** Removes all second factors of another user; only administrators may. */
    @Transactional
    public void removeAll(Actor actor, long userId) {
        actor.must(actor.superuser() && actor.userId() != userId);
        remove(userId, username(userId).orElseThrow(NotFoundException::new));
    }

    /** The same for the command line. Returns false if there is no such account. */
    @Transactional
    public boolean removeAll(String username) {
        var user = db.select(APP_USER.ID, APP_USER.USERNAME)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(username))))
                .fetchOptional();
        user.ifPresent(found -> remove(found.value1(), found.value2()));
        return user.isPresent();
    }

    private Optional<String> username(long userId) {
        return db.select(APP_USER.USERNAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOptional(APP_USER.USERNAME);
    }

    /** Also ends the sessions: the lost factors may have been stolen. */
    private void remove(long userId, String username) {
        int removed = db.deleteFrom(PASSKEY).where(PASSKEY.USER_ID.eq(userId)).execute()
                + db.deleteFrom(CODE_GENERATOR)
                        .where(CODE_GENERATOR.USER_ID.eq(userId))
                        .execute();
        db.deleteFrom(RECOVERY_SHEET).where(RECOVERY_SHEET.USER_ID.eq(userId)).execute();
        sessions.endAll(username);
        if (removed > 0) {
            notices.sendChange(userId, "notice.factors-removed");
        }
    }
}
