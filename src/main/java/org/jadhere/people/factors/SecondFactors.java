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

/** All that accounts keep beside their passwords, and how somebody who lost it gets in again. */
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
     * What one account keeps.
     *
     * @param generatorSince none where it has no code generator
     * @param codesLeft on the recovery sheet; none where there is no sheet
     */
    public record Kept(
            List<Passkeys.Passkey> passkeys,
            @Nullable Instant generatorSince,
            @Nullable Short codesLeft) {

        public boolean isNothing() {
            return passkeys.isEmpty() && generatorSince == null;
        }
    }

    Kept of(long userId) {
        return new Kept(
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

    /** For somebody who lost everything, by an administrator who knows them. */
    @Transactional
    public void takeAllFrom(Actor actor, long userId) {
        actor.must(actor.superuser());
        takeAll(userId, username(userId).orElseThrow(NotFoundException::new));
    }

    /** The same from the command line. Says whether there is such an account. */
    @Transactional
    public boolean takeAllFrom(String username) {
        var user = db.select(APP_USER.ID, APP_USER.USERNAME)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(username))))
                .fetchOptional();
        user.ifPresent(found -> takeAll(found.value1(), found.value2()));
        return user.isPresent();
    }

    private Optional<String> username(long userId) {
        return db.select(APP_USER.USERNAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOptional(APP_USER.USERNAME);
    }

    /** Sessions end as well: what was lost may be in other hands. */
    private void takeAll(long userId, String username) {
        int taken = db.deleteFrom(PASSKEY).where(PASSKEY.USER_ID.eq(userId)).execute()
                + db.deleteFrom(CODE_GENERATOR)
                        .where(CODE_GENERATOR.USER_ID.eq(userId))
                        .execute();
        db.deleteFrom(RECOVERY_SHEET).where(RECOVERY_SHEET.USER_ID.eq(userId)).execute();
        sessions.endAll(username);
        if (taken > 0) {
            notices.sendChange(userId, "notice.factors-removed");
        }
    }
}
