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
 * Ten codes on paper, for who lost the rest; each works once. Kept as passwords are, since fifty bits are short enough to
 * be guessed by who stole the database (OWASP ASVS 5.0, 6.5.2).
 */
@Component
class RecoveryCodes {

    static final int SHEET = 10;

    // Crockford's: without letters that look like digits, or like each other.
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
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

    /** New ones; those of before are worth nothing any more. Nobody can tell them a second time. */
    @Transactional
    public List<String> renew(Actor actor) {
        var codes = Stream.generate(RecoveryCodes::newCode).limit(SHEET).toList();
        long sheet = db.insertInto(RECOVERY_SHEET)
                .set(RECOVERY_SHEET.USER_ID, actor.userId())
                .set(RECOVERY_SHEET.CODES_LEFT, (short) SHEET)
                .onConflict(RECOVERY_SHEET.USER_ID)
                .doUpdate()
                .set(RECOVERY_SHEET.CODES_LEFT, (short) SHEET)
                .set(RECOVERY_SHEET.CREATED_AT, clock.instant())
                .returningResult(RECOVERY_SHEET.ID)
                .fetchSingle()
                .value1();
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

    private static String newCode() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining());
    }

    /** The one that matches is gone before anybody is let in: of two who send it at once, one deletes it. */
    @Transactional
    public boolean accepts(long userId, String typed) {
        String code = asPrinted(typed);
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
                        .anyMatch(row -> spend(row.value1(), row.value3()));
    }

    private boolean spend(long code, long sheet) {
        boolean spent =
                db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ID.eq(code)).execute() == 1;
        if (spent) {
            db.update(RECOVERY_SHEET)
                    .set(RECOVERY_SHEET.CODES_LEFT, RECOVERY_SHEET.CODES_LEFT.minus(1))
                    .where(RECOVERY_SHEET.ID.eq(sheet))
                    .execute();
        }
        return spent;
    }

    private static String asPrinted(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replace('o', '0')
                .replaceAll("[il]", "1");
    }

    /** Within the act that takes a factor away: the sheet goes with the last one. */
    void keepOnlyBesideAnother(long userId) {
        db.deleteFrom(RECOVERY_SHEET)
                .where(RECOVERY_SHEET.USER_ID.eq(userId))
                .and(notExists(selectOne().from(PASSKEY).where(PASSKEY.USER_ID.eq(userId))))
                .and(notExists(selectOne().from(CODE_GENERATOR).where(CODE_GENERATOR.USER_ID.eq(userId))))
                .execute();
    }
}
