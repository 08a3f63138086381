package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.PASSKEY_CREDENTIAL;

import java.time.Instant;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountNotices;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, renames and removes the passkeys of an account; those of other accounts are not found. */
@Component
public class Passkeys {

    static final int MAX_NAME_LENGTH = 100;

    private final DSLContext db;
    private final RecoveryCodes recovery;
    private final AccountNotices notices;

    Passkeys(DSLContext db, RecoveryCodes recovery, AccountNotices notices) {
        this.db = db;
        this.recovery = recovery;
        this.notices = notices;
    }

    /** @param usedAt null if never */
    public record Passkey(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    List<Passkey> of(long userId) {
        return db.select(PASSKEY.ID, PASSKEY.NAME, PASSKEY.CREATED_AT, PASSKEY_CREDENTIAL.USED_AT)
                .from(PASSKEY)
                .join(PASSKEY_CREDENTIAL)
                .on(PASSKEY_CREDENTIAL.PASSKEY_ID.eq(PASSKEY.ID))
                .where(PASSKEY.USER_ID.eq(userId))
                .orderBy(PASSKEY.ID)
                .fetch(row -> new Passkey(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    @Transactional
    public void rename(Actor actor, long id, String name) {
        requireFound(
                db.update(PASSKEY).set(PASSKEY.NAME, name).where(own(actor, id)).execute());
    }

    @Transactional
    public void remove(Actor actor, long id) {
        requireFound(db.deleteFrom(PASSKEY).where(own(actor, id)).execute());
        recovery.deleteWithoutFactor(actor.userId());
        notices.sendChange(actor.userId(), "notice.passkey-removed");
    }

    private static Condition own(Actor actor, long id) {
        return PASSKEY.ID.eq(id).and(PASSKEY.USER_ID.eq(actor.userId()));
    }

    private static void requireFound(int rows) {
        if (rows == 0) {
            throw new NotFoundException();
        }
    }
}
