package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.RECOVERY_CODE;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountNotices;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten one-time codes to print, for a user who loses all other factors. Hashed like passwords: a code of 50 bits could be
 * guessed from a fast hash in a stolen database (OWASP ASVS 5.0, 6.5.2).
 */
@Component
class RecoveryCodes {

    static final int CODES = 10;

    // Crockford's Base32: without letters that look like digits or like each other.
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final AccountNotices notices;

    RecoveryCodes(DSLContext db, PasswordEncoder encoder, Clock clock, AccountNotices notices) {
        this.db = db;
        this.encoder = encoder;
        this.clock = clock;
        this.notices = notices;
    }

    /** Replaces all codes. Only this call returns them; the database has their hashes. */
    @Transactional
    public List<String> renew(Actor actor) {
        var codes = Stream.generate(RecoveryCodes::newCode).limit(CODES).toList();
        long sheet = resetSheet(actor);
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.SHEET_ID.eq(sheet)).execute();
        for (String code : codes) {
            db.insertInto(RECOVERY_CODE, RECOVERY_CODE.SHEET_ID, RECOVERY_CODE.DIGEST)
                    .values(sheet, encoder.encode(code))
                    .execute();
        }
        notices.sendChange(actor.userId(), "notice.recovery-renewed");
        return codes.stream()
                .map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2))
                .toList();
    }

    private long resetSheet(Actor actor) {
        return db.insertInto(RECOVERY_SHEET)
                .set(RECOVERY_SHEET.USER_ID, actor.userId())
                .set(RECOVERY_SHEET.CODES_LEFT, (short) CODES)
                .onConflict(RECOVERY_SHEET.USER_ID)
                .doUpdate()
                .set(RECOVERY_SHEET.CODES_LEFT, (short) CODES)
                .set(RECOVERY_SHEET.CREATED_AT, clock.instant())
                .returningResult(RECOVERY_SHEET.ID)
                .fetchSingle()
                .value1();
    }

    private static String newCode() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    /** Deletes the code that matches: of two concurrent requests with the same code, one is accepted. */
    @Transactional
    public boolean accepts(long userId, String typed) {
        String code = normalized(typed);
        return code.length() == LENGTH
                && db
                        .select(RECOVERY_CODE.ID, RECOVERY_CODE.DIGEST, RECOVERY_CODE.SHEET_ID)
                        .from(RECOVERY_CODE)
                        .join(RECOVERY_SHEET)
                        .on(RECOVERY_SHEET.ID.eq(RECOVERY_CODE.SHEET_ID))
                        .where(RECOVERY_SHEET.USER_ID.eq(userId))
                        .fetch()
                        .stream()
                        .filter(row -> encoder.matches(code, row.value2()))
                        .anyMatch(row -> useUp(row.value1(), row.value3()));
    }

    private boolean useUp(long code, long sheet) {
        boolean used =
                db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ID.eq(code)).execute() == 1;
        if (used) {
            db.update(RECOVERY_SHEET)
                    .set(RECOVERY_SHEET.CODES_LEFT, RECOVERY_SHEET.CODES_LEFT.minus(1))
                    .where(RECOVERY_SHEET.ID.eq(sheet))
                    .execute();
        }
        return used;
    }

    private static String normalized(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replace('o', '0')
                .replaceAll("[il]", "1");
    }

    /** Deletes the codes if no factor is left; call it in the transaction that removes a factor. */
    void deleteWithoutFactor(long userId) {
        db.deleteFrom(RECOVERY_SHEET)
                .where(RECOVERY_SHEET.USER_ID.eq(userId))
                .and(notExists(selectOne().from(PASSKEY).where(PASSKEY.USER_ID.eq(userId))))
                .and(notExists(selectOne().from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(userId))))
                .execute();
    }
}
