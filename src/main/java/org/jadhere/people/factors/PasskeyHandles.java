package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.PASSKEY_HANDLE;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import org.jadhere.people.access.PersonName;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Maps accounts to the random handles that passkeys store. Closed accounts are not found. */
@Component
class PasskeyHandles implements PublicKeyCredentialUserEntityRepository {

    private final DSLContext db;

    PasskeyHandles(DSLContext db) {
        this.db = db;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(PASSKEY_HANDLE.HANDLE.eq(handle.getBytes()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find(lower(APP_USER.USERNAME).eq(lower(val(username))));
    }

    private @Nullable PublicKeyCredentialUserEntity find(Condition which) {
        return db.select(PASSKEY_HANDLE.HANDLE, APP_USER.USERNAME, APP_USER.FIRST_NAME, APP_USER.LAST_NAME)
                .from(PASSKEY_HANDLE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PASSKEY_HANDLE.USER_ID))
                .where(which)
                .and(APP_USER.ACTIVE)
                .fetchOne(PasskeyHandles::toEntity);
    }

    private static PublicKeyCredentialUserEntity toEntity(Record row) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(row.get(PASSKEY_HANDLE.HANDLE)))
                .name(row.get(APP_USER.USERNAME))
                .displayName(PersonName.in(row))
                .build();
    }

    /** Does nothing if the account has a handle, which its passkeys contain. */
    @Override
    public void save(PublicKeyCredentialUserEntity account) {
        db.insertInto(PASSKEY_HANDLE, PASSKEY_HANDLE.USER_ID, PASSKEY_HANDLE.HANDLE)
                .select(select(APP_USER.ID, val(account.getId().getBytes()))
                        .from(APP_USER)
                        .where(lower(APP_USER.USERNAME).eq(lower(val(account.getName())))))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void delete(Bytes handle) {
        db.deleteFrom(PASSKEY_HANDLE)
                .where(PASSKEY_HANDLE.HANDLE.eq(handle.getBytes()))
                .execute();
    }
}
