package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.PASSKEY_CREDENTIAL;
import static org.jadhere.platform.db.Tables.PASSKEY_HANDLE;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Reads and writes passkeys for Spring Security, as WebAuthn credential records. */
@Component
class CredentialRecords implements UserCredentialRepository {

    private final DSLContext db;

    CredentialRecords(DSLContext db) {
        this.db = db;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return records(PASSKEY_CREDENTIAL.CREDENTIAL_ID.eq(id.getBytes())).fetchOne(CredentialRecords::toRecord);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return records(PASSKEY_HANDLE.HANDLE.eq(handle.getBytes())).fetch(CredentialRecords::toRecord);
    }

    private SelectConditionStep<? extends Record> records(Condition which) {
        return db.select(PASSKEY_CREDENTIAL.asterisk(), PASSKEY.NAME, PASSKEY.CREATED_AT, PASSKEY_HANDLE.HANDLE)
                .from(PASSKEY)
                .join(PASSKEY_CREDENTIAL)
                .on(PASSKEY_CREDENTIAL.PASSKEY_ID.eq(PASSKEY.ID))
                .join(PASSKEY_HANDLE)
                .on(PASSKEY_HANDLE.USER_ID.eq(PASSKEY.USER_ID))
                .where(which);
    }

    private static CredentialRecord toRecord(Record row) {
        var created = row.get(PASSKEY.CREATED_AT);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.get(PASSKEY_CREDENTIAL.CREDENTIAL_ID)))
                .userEntityUserId(new Bytes(row.get(PASSKEY_HANDLE.HANDLE)))
                .publicKey(new ImmutablePublicKeyCose(row.get(PASSKEY_CREDENTIAL.PUBLIC_KEY)))
                .attestationObject(new Bytes(row.get(PASSKEY_CREDENTIAL.ATTESTATION)))
                .signatureCount(row.get(PASSKEY_CREDENTIAL.SIGN_COUNT))
                .uvInitialized(true)
                .transports(Stream.of(row.get(PASSKEY_CREDENTIAL.TRANSPORTS))
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.get(PASSKEY_CREDENTIAL.BACKUP_ELIGIBLE))
                .backupState(row.get(PASSKEY_CREDENTIAL.BACKED_UP))
                .label(row.get(PASSKEY.NAME))
                .created(created)
                .lastUsed(Objects.requireNonNullElse(row.get(PASSKEY_CREDENTIAL.USED_AT), created))
                .build();
    }

    /** Inserts a new record; of a known one, updates the counter, the backup state and the last use. */
    @Override
    public void save(CredentialRecord record) {
        int known = db.update(PASSKEY_CREDENTIAL)
                .set(PASSKEY_CREDENTIAL.SIGN_COUNT, record.getSignatureCount())
                .set(PASSKEY_CREDENTIAL.BACKED_UP, record.isBackupState())
                .set(PASSKEY_CREDENTIAL.USED_AT, record.getLastUsed())
                .where(PASSKEY_CREDENTIAL.CREDENTIAL_ID.eq(
                        record.getCredentialId().getBytes()))
                .execute();
        if (known == 0) {
            insert(record);
        }
    }

    private void insert(CredentialRecord record) {
        db.insertInto(PASSKEY_CREDENTIAL)
                .set(PASSKEY_CREDENTIAL.PASSKEY_ID, insertPasskey(record))
                .set(PASSKEY_CREDENTIAL.CREDENTIAL_ID, record.getCredentialId().getBytes())
                .set(PASSKEY_CREDENTIAL.PUBLIC_KEY, record.getPublicKey().getBytes())
                .set(
                        PASSKEY_CREDENTIAL.ATTESTATION,
                        Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .set(PASSKEY_CREDENTIAL.SIGN_COUNT, record.getSignatureCount())
                .set(
                        PASSKEY_CREDENTIAL.TRANSPORTS,
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .set(PASSKEY_CREDENTIAL.BACKUP_ELIGIBLE, record.isBackupEligible())
                .set(PASSKEY_CREDENTIAL.BACKED_UP, record.isBackupState())
                .execute();
    }

    private long insertPasskey(CredentialRecord record) {
        long userId = db.select(PASSKEY_HANDLE.USER_ID)
                .from(PASSKEY_HANDLE)
                .where(PASSKEY_HANDLE.HANDLE.eq(record.getUserEntityUserId().getBytes()))
                .fetchSingle()
                .value1();
        return db.insertInto(PASSKEY)
                .set(PASSKEY.USER_ID, userId)
                .set(PASSKEY.NAME, record.getLabel())
                .returningResult(PASSKEY.ID)
                .fetchSingle()
                .value1();
    }

    /** Not supported: {@link Passkeys} removes passkeys and checks their owner. */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }
}
